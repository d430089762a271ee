import type { ClientConfig } from 'pg';
import type { Problem } from '../../model/problem.ts';

/** What a `pg` client or pool is made with. */
export type Connection = Readonly<ClientConfig>;

/** A PostgreSQL server ready for Rounds. Migrations are another's work. */
export interface OpenedPostgres {
  /** Owns the schemas and migrates them; never for requests. */
  readonly owner: Connection;
  /** Role `rounds_app`: sees what row-level security lets it. */
  readonly app: Connection;
  /** Role `rounds_auth`: accounts alone. */
  readonly auth: Connection;
  /** Where the embedded server keeps its data; null with a server of one's own. */
  readonly dataFolder: string | null;
  /** Ends our use of it; the last process that uses an embedded server stops it. */
  readonly close: () => Promise<void>;
}

/** What becomes of an embedded server while it is used. */
export type PostgresEvent = { readonly kind: 'lost' } | { readonly kind: 'back' } | { readonly kind: 'failing'; readonly problem: Problem };
