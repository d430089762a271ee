import { createInterface } from 'node:readline/promises';
import { toPlainLine } from '../text/to-plain.ts';

/** The person left: Ctrl-C, Ctrl-D, or the terminal is gone. What was kept until then is kept. */
export class Left extends Error {}

/** Question and answer, line by line. */
export interface Conversation {
  /** The next line, without control characters. Rejects with `Left`. What was typed ahead is taken first. */
  readonly ask: (question: string) => Promise<string>;
  /** Aborted once the person left. */
  readonly left: AbortSignal;
  readonly close: () => void;
}

export interface ConversationStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

export function createConversation({ input, output }: ConversationStreams): Conversation {
  const lines: string[] = [];
  const leaving = new AbortController();
  let answer: ((line: string) => void) | null = null;
  let refuse: ((reason: Left) => void) | null = null;
  const reader = createInterface({ input, output });
  reader.on('line', (line) => {
    if (answer) answer(line);
    else lines.push(line);
  });
  const leave = (): void => {
    leaving.abort();
    refuse?.(new Left());
  };
  reader.on('SIGINT', leave);
  reader.on('close', leave);
  return {
    async ask(question) {
      // Lines that came before the input ended still count.
      if (lines.length === 0 && leaving.signal.aborted) throw new Left();
      reader.setPrompt(question);
      if (!leaving.signal.aborted) reader.prompt();
      const line = lines.shift() ?? (await new Promise<string>((resolve, reject) => ([answer, refuse] = [resolve, reject])));
      [answer, refuse] = [null, null];
      return toPlainLine(line);
    },
    left: leaving.signal,
    close: () => reader.close(),
  };
}
