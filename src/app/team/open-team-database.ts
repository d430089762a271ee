import { join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { openKeys, type Keys } from '../../store/keys/open-keys.ts';
import { openPostgres } from '../../store/postgres/open-postgres.ts';
import type { OpenedPostgres, PostgresEvent } from '../../store/postgres/opened-postgres.ts';
import type { Environment } from '../environment.ts';
import { findHome } from '../find-home.ts';

/** Of the server that comes with Rounds; there once it was started here. */
export const findDatabaseFolder = (environment: Environment): string => join(findHome(environment), 'team', 'postgres');

const findKeyFolder = (environment: Environment): string => environment.variables['ROUNDS_KEYS'] || join(findHome(environment), 'team', 'keys');

export const openTeamKeys = (environment: Environment): Result<Keys, Problem> =>
  openKeys({ folder: findKeyFolder(environment), variables: environment.variables });

export interface TeamDatabaseInput {
  readonly environment: Environment;
  readonly tell: (event: PostgresEvent) => void;
}

/** What a team server keeps: the database (DATABASE_URL, or the one that comes with Rounds), and beside it, never in it, the keys (ROUNDS_KEYS). */
export async function openTeamDatabase({ environment, tell }: TeamDatabaseInput): Promise<Result<{ database: OpenedPostgres; keys: Keys }, Problem>> {
  const keys = openTeamKeys(environment);
  if (!keys.ok) return keys;
  const databaseUrl = environment.variables['DATABASE_URL'] || undefined;
  const [folder, own] = [findDatabaseFolder(environment), findHome(environment)];
  const database = await openPostgres({ folder, own, keys: findKeyFolder(environment), databaseUrl, tell });
  return database.ok ? ok({ database: database.value, keys: keys.value }) : database;
}
