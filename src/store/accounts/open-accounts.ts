import { Kysely, PostgresDialect } from 'kysely';
import { types, type PoolConfig } from 'pg';
import { createPool } from '../create-pool.ts';
import type { AccountsDatabase, AuthTables } from './accounts-database.ts';

const INT8 = 20;
const POOL = 5;

/** better-auth adds to the bigints it counts attempts with, and pg would give it text. */
const getTypeParser: typeof types.getTypeParser = (oid, format) => ((oid as number) === INT8 ? Number : types.getTypeParser(oid, format)) as never;

/** `connection`: how to reach the database as rounds_auth. Destroy the result to close it. */
export function openAccounts(connection: PoolConfig): AccountsDatabase {
  const pool = createPool({ max: POOL, ...connection, types: { getTypeParser } });
  return new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) }).withSchema('auth');
}
