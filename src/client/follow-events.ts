import { setTimeout as wait } from 'node:timers/promises';
import type { Problem } from '../model/problem.ts';
import { readEventStream, type ServerSentEvent } from './read-event-stream.ts';
import type { TeamClient } from './team-client.ts';
import { toProblem } from './to-problem.ts';

export interface FollowOptions {
  readonly client: TeamClient;
  readonly path: string;
  readonly signal: AbortSignal;
  /** Where an earlier reader was. */
  readonly lastId?: string;
  /** Told of each loss; the reader goes on by itself. */
  readonly onLost?: (problem: Problem | null) => void;
}

const RETRY_MS = [250, 1_000, 5_000, 15_000] as const;

/**
 * The server's events until `signal` says stop. A stream that breaks is taken up again where it was, so that nothing is missed;
 * a server that has forgotten since when says `changed` with `{"all":true}`. Ends by itself only where the server refuses.
 */
export async function* followEvents({ client, path, signal, lastId, onLost = () => {} }: FollowOptions): AsyncGenerator<ServerSentEvent> {
  let latest = lastId;
  for (let losses = 0; !signal.aborted; losses += 1) {
    const sent = await client.send({ path, signal, headers: { accept: 'text/event-stream', ...(latest === undefined ? {} : { 'last-event-id': latest }) } });
    if (sent.ok && sent.value.status >= 400 && sent.value.status < 500) return onLost(await toProblem(client.url, sent.value));
    if (sent.ok && sent.value.ok && sent.value.body) {
      try {
        for await (const event of readEventStream(sent.value.body)) {
          losses = 0;
          latest = event.id ?? latest;
          yield event;
        }
      } catch (error) {
        // A connection that breaks is what reconnecting is for; anything else is a bug.
        if (!signal.aborted && !(error instanceof TypeError)) throw error;
      }
    }
    if (signal.aborted) return;
    onLost(sent.ok ? null : sent.problem);
    await wait(RETRY_MS[Math.min(losses, RETRY_MS.length - 1)], undefined, { signal }).catch(() => undefined);
  }
}
