/** The only way to a table of the store: a transaction in which the database knows whose it is. */
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import { escapeLiteral, type PoolConfig } from 'pg';
import type { Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
import { createAnnouncer } from './announce-changes.ts';
import { createPool } from './create-pool.ts';
import { toStoreProblem } from './store-problem.ts';

/** Rows are typed where they are read: rights and shapes are SQL, visible in migrations/. */
type Untyped = Record<string, never>;
type Work<T> = (tx: Tx) => Promise<Result<T, Problem>>;

/** Who acts, for row-level security. Both are ids of accounts, never taken from a request's body. */
export interface Actor {
  readonly organisation: string;
  readonly person: string;
}

export interface Tx {
  readonly db: Kysely<Untyped>;
  readonly actor: Actor;
  /** Tells these people that something changed, with the transaction's end. `data` says what, never what was said. */
  readonly tell: (people: readonly string[], name: string, data: object) => void;
}

export interface Store {
  /** Runs `work` as `actor`; a failed result rolls back as an exception does. What the database refuses comes back as a problem. */
  readonly as: <T>(actor: Actor, work: Work<T>) => Promise<Result<T, Problem>>;
  readonly close: () => Promise<void>;
}

const POOL = 10;

/** `connection`: how to reach the database as the application's role. */
export function connectStore(connection: PoolConfig): Store {
  const pool = createPool({ max: POOL, ...connection });
  const db = new Kysely<Untyped>({ dialect: new PostgresDialect({ pool }) });
  const { announce, settle } = createAnnouncer(pool);

  return {
    async as(actor, work) {
      const told = new Set<string>();
      const tells: string[] = [];
      try {
        const result = await db.connection().execute(async (connected) => {
          try {
            await connected.executeQuery(toBegin(actor));
            const worked = await work({ db: connected, actor, tell });
            if (worked.ok) await commit(connected, tells);
            else await connected.executeQuery(ROLLBACK);
            return worked;
          } catch (error) {
            // A connection that cannot even do this is broken, and the pool drops it.
            await connected.executeQuery(ROLLBACK).catch(() => undefined);
            throw error;
          }
        });
        if (result.ok && told.size > 0) announce(actor.organisation, told);
        return result;
      } catch (error) {
        const known = toStoreProblem(error);
        if (known) return failed(known);
        throw error;
      }

      function tell(people: readonly string[], name: string, data: object): void {
        for (const person of people) told.add(person);
        tells.push(
          `select rounds.tell(array[${people.map(escapeLiteral).join()}]::text[], ${escapeLiteral(name)}, ${escapeLiteral(JSON.stringify(data))}::jsonb)`,
        );
      }
    },
    close: async () => {
      await settle();
      await db.destroy();
    },
  };
}

const ROLLBACK = CompiledQuery.raw('rollback');

/** One way to the database and back: each costs as much as a small query does. */
function toBegin({ organisation, person }: Actor): CompiledQuery {
  return CompiledQuery.raw(
    `begin; select set_config('app.organisation', ${escapeLiteral(organisation)}, true), set_config('app.person', ${escapeLiteral(person)}, true)`,
  );
}

/** What is told comes last: a person's counter is locked from there until the commit is on the disk, and others wait for it. */
async function commit(connected: Kysely<Untyped>, tells: readonly string[]): Promise<void> {
  const { rows } = await connected.executeQuery<{ command?: string }>(CompiledQuery.raw([...tells, 'commit'].join('; ')));
  // So PostgreSQL ends a transaction in which a query had failed, whoever caught that.
  if (rows[0]?.command === 'ROLLBACK') throw new Error('a query of this transaction had failed: nothing was written');
}
