import type { TestServer } from './start-test-server.ts';

export interface Following {
  /** All that was heard so far. */
  readonly heard: () => string;
  /** Waits until `text` was heard `times` times; returns all that was heard. */
  readonly until: (text: string, times: number) => Promise<string>;
  readonly stop: () => void;
}

const PATIENCE_MS = 20_000;

/** Listens to the server's events as a page does. */
export async function followEvents(server: Pick<TestServer, 'origin' | 'token'>, headers: Readonly<Record<string, string>> = {}): Promise<Following> {
  const stopping = new AbortController();
  const response = await fetch(`${server.origin}/api/events`, { headers: { authorization: `Bearer ${server.token}`, ...headers }, signal: stopping.signal });
  if (!response.ok || !response.body) throw new Error(`events answered ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    heard: () => heard,
    until: async (text, times) => {
      const deadline = setTimeout(() => stopping.abort(new Error(`never heard ${text} ${times} times in: ${heard}`)), PATIENCE_MS);
      while (heard.split(text).length - 1 < times) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`ended before ${text}: ${heard}`);
        heard += value;
      }
      clearTimeout(deadline);
      return heard;
    },
    stop: () => stopping.abort(),
  };
}
