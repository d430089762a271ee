import type { Pool } from 'pg';

export interface Announcer {
  /** Wakes whoever listens for these people, soon: nobody waits for it. */
  readonly announce: (organisation: string, people: Iterable<string>) => void;
  /** Resolves when all was said. */
  readonly settle: () => Promise<void>;
}

/** Under PostgreSQL's limit of 8,000 bytes a notification. */
const MAX_PAYLOAD = 7_000;

export const CHANGE_CHANNEL = 'rounds_change';

/**
 * Notifications are sent outside the transaction that changed something, one at a time for all that changed meanwhile: inside, every
 * commit would wait for the one before. Nothing is flushed to the disk for them. Should one be lost, listeners find the change
 * with their next look.
 */
export function createAnnouncer(pool: Pool): Announcer {
  const waiting = new Set<string>();
  let saying: Promise<void> | null = null;
  return {
    announce(organisation, people) {
      for (const person of people) waiting.add(`${organisation}/${person}`);
      saying ??= sayAll();
    },
    settle: async () => {
      await saying;
    },
  };

  async function sayAll(): Promise<void> {
    while (waiting.size > 0) {
      const names = [...waiting];
      waiting.clear();
      for (const payload of toPayloads(names)) {
        await pool.query(`select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`, [CHANGE_CHANNEL, payload]).catch(() => undefined);
      }
    }
    saying = null;
  }
}

function toPayloads(names: readonly string[]): string[] {
  const payloads: string[] = [];
  for (const name of names) {
    const last = payloads.at(-1);
    if (last !== undefined && last.length + 1 + name.length <= MAX_PAYLOAD) payloads[payloads.length - 1] = `${last}\n${name}`;
    else payloads.push(name);
  }
  return payloads;
}
