import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { Connection, PostgresEvent } from './opened-postgres.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 10_000;

interface WatchRequest {
  readonly connection: Connection;
  /** Makes sure that the server answers: starts it anew where it does not. */
  readonly revive: () => Promise<Result<unknown, Problem>>;
  readonly tell: (event: PostgresEvent) => void;
}

/** Holds one connection open: when it breaks, the server is gone or forgot everyone, and is brought back, for as long as it takes. */
export async function watchServer({ connection, revive, tell }: WatchRequest): Promise<{ readonly stop: () => Promise<void> }> {
  const stopping = new AbortController();
  let working = Promise.resolve();
  const onLost = (): void => void (working = bringBack());
  let client = await hold(connection, onLost);

  async function bringBack(): Promise<void> {
    if (stopping.signal.aborted) return;
    tell({ kind: 'lost' });
    for (let pause = FIRST_PAUSE_MS; !stopping.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      if (await tryOnce()) break;
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function tryOnce(): Promise<boolean> {
    const revived = await revive();
    if (!revived.ok) {
      tell({ kind: 'failing', problem: revived.problem });
      return false;
    }
    const next = await hold(connection, onLost).catch(() => null);
    if (!next) return false;
    client = next;
    tell({ kind: 'back' });
    return true;
  }

  return {
    stop: async () => {
      stopping.abort();
      await working;
      await client.end().catch(() => undefined);
    },
  };
}

async function hold(connection: Connection, onLost: () => void): Promise<Client> {
  const client = new Client({ ...connection, application_name: 'rounds: watch', keepAlive: true });
  // pg says some losses twice, and one that connects has not been lost.
  client.on('error', () => undefined);
  await client.connect();
  client.once('end', onLost);
  return client;
}
