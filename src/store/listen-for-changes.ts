import { sql } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import { ok } from '../model/result.ts';
import { CHANGE_CHANNEL } from './announce-changes.ts';
import type { Actor, Store } from './connect-store.ts';

/** One change as its person may know of it. `seq` counts per person without a gap. */
export interface StoredChange {
  readonly seq: number;
  readonly name: string;
  readonly data: unknown;
}

export interface ChangeListener {
  /** Calls `wake` whenever there may be something new for `actor`: look with `readChanges`. Returns how to stop. */
  readonly subscribe: (actor: Actor, wake: () => void) => () => void;
  readonly close: () => Promise<void>;
}

const RETRY_MS = [100, 500, 2_000, 5_000] as const;
/** A notification can be lost (a process that ends between its commit and its announcement): everyone looks now and then. */
const LOOK_AGAIN_MS = 15_000;
const MAX_CHANGES = 500;

/** Listens on one connection for the whole process, whoever changed something: another process, or this one. */
export function listenForChanges(connection: ClientConfig): ChangeListener {
  const wakersByName = new Map<string, Set<() => void>>();
  let client: Client | null = null;
  let closed = false;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  const wakeAll = (): void => {
    for (const wakers of wakersByName.values()) for (const wake of wakers) wake();
  };
  const lookAgain = setInterval(wakeAll, LOOK_AGAIN_MS);
  lookAgain.unref();
  void connect();

  return {
    subscribe({ organisation, person }, wake) {
      const name = `${organisation}/${person}`;
      const wakers = wakersByName.get(name) ?? new Set();
      wakersByName.set(name, wakers.add(wake));
      return () => {
        wakers.delete(wake);
        if (wakers.size === 0) wakersByName.delete(name);
      };
    },
    async close() {
      closed = true;
      clearInterval(lookAgain);
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };

  async function connect(): Promise<void> {
    const next = new Client(connection);
    next.on('error', () => again(next));
    next.on('end', () => again(next));
    next.on('notification', ({ payload }) => {
      for (const name of payload?.split('\n') ?? []) for (const wake of wakersByName.get(name) ?? []) wake();
    });
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${CHANGE_CHANNEL}`);
      // What was said before it listened was said to nobody.
      wakeAll();
      failures = 0;
    } catch {
      again(next);
    }
  }

  function again(broken: Client): void {
    if (closed || client !== broken) return;
    client = null;
    broken.end().catch(() => undefined);
    retry = setTimeout(() => void connect(), RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
    failures += 1;
  }
}

/** What `actor` missed since `seq`, in order; null where so much was missed, or so long ago, that all must be loaded again. */
export async function readChanges(store: Store, actor: Actor, since: number) {
  return store.as(actor, async ({ db }) => {
    const counter = await sql<{ last: string }>`select last from rounds.change_counter where person = ${actor.person}`.execute(db);
    const last = Number(counter.rows[0]?.last ?? 0);
    if (since === last) return ok<readonly StoredChange[] | null>([]);
    if (since > last || last - since > MAX_CHANGES) return ok(null);
    const { rows } = await sql<{ seq: string; name: string; data: unknown }>`
      select seq, name, data from rounds.change where person = ${actor.person} and seq > ${since} and seq <= ${last} order by seq`.execute(db);
    // Pruned in between: what is left would have a hole.
    return ok(rows.length === last - since ? rows.map(({ seq, name, data }) => ({ seq: Number(seq), name, data })) : null);
  });
}

/** The number of the latest change of `actor`. */
export async function latestChange(store: Store, actor: Actor) {
  return store.as(actor, async ({ db }) => {
    const { rows } = await sql<{ last: string }>`select last from rounds.change_counter where person = ${actor.person}`.execute(db);
    return ok(Number(rows[0]?.last ?? 0));
  });
}
