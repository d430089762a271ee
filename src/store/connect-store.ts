/** The only way to a table of the store: a transaction in which the database knows whose it is. */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type { PoolConfig } from 'pg';
import type { Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
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
  readonly db: Transaction<Untyped>;
  readonly actor: Actor;
  /** Tells these people that something changed, once the transaction is written. `data` says what, never what was said. */
  readonly tell: (people: readonly string[], name: string, data: object) => Promise<void>;
}

export interface Store {
  /** Runs `work` as `actor`; a failed result rolls back as an exception does. What the database refuses comes back as a problem. */
  readonly as: <T>(actor: Actor, work: Work<T>) => Promise<Result<T, Problem>>;
  readonly close: () => Promise<void>;
}

const POOL = 10;
/** Under PostgreSQL's limit of 8,000 bytes a notification. */
const MAX_PAYLOAD = 7_000;

export const CHANGE_CHANNEL = 'rounds_change';

/** `connection`: how to reach the database as the application's role. */
export function connectStore(connection: PoolConfig): Store {
  const pool = createPool({ max: POOL, ...connection });
  const db = new Kysely<Untyped>({ dialect: new PostgresDialect({ pool }) });

  return {
    async as(actor, work) {
      const told = new Set<string>();
      try {
        const value = await db.transaction().execute(async (trx) => {
          await sql`select set_config('app.organisation', ${actor.organisation}, true), set_config('app.person', ${actor.person}, true)`.execute(trx);
          const result = await work({ db: trx, actor, tell });
          if (!result.ok) throw new Refused(result.problem);
          return result;

          async function tell(people: readonly string[], name: string, data: object): Promise<void> {
            for (const person of people) told.add(person);
            await sql`select rounds.tell(${[...people]}::text[], ${name}, ${JSON.stringify(data)}::jsonb)`.execute(trx);
          }
        });
        await announce(actor.organisation, told);
        return value;
      } catch (error) {
        if (error instanceof Refused) return failed(error.problem);
        const known = toStoreProblem(error);
        if (known) return failed(known);
        throw error;
      }
    },
    close: () => db.destroy(),
  };

  /**
   * Outside the transaction: a notification inside would make every commit wait for the one before. Should the process end in
   * between, listeners find the change with their next look.
   */
  async function announce(organisation: string, people: ReadonlySet<string>): Promise<void> {
    let payload: string[] = [];
    let size = 0;
    for (const person of people) {
      const name = `${organisation}/${person}`;
      if (size + name.length > MAX_PAYLOAD) await flush();
      payload.push(name);
      size += name.length + 1;
    }
    await flush();

    async function flush(): Promise<void> {
      if (payload.length === 0) return;
      await pool.query('select pg_notify($1, $2)', [CHANGE_CHANNEL, payload.join('\n')]).catch(() => undefined);
      payload = [];
      size = 0;
    }
  }
}

/** Carries a refusal out of a transaction, so that it is rolled back. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.what);
    this.problem = problem;
  }
}
