import { join } from 'node:path';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { openKeys, type Keys } from '../../store/keys/open-keys.ts';
import { openPostgres } from '../../store/postgres/open-postgres.ts';
import type { OpenedPostgres, PostgresEvent } from '../../store/postgres/opened-postgres.ts';
import type { Environment } from '../app.ts';
import { findHome } from '../find-home.ts';

export interface TeamDatabaseInput {
  readonly environment: Environment;
  readonly tell: (event: PostgresEvent) => void;
}

/** What a team server keeps: the database (DATABASE_URL, or the one that comes with Rounds), and beside it, never in it, the keys (ROUNDS_KEYS). */
export async function openTeamDatabase({ environment, tell }: TeamDatabaseInput): Promise<Result<{ database: OpenedPostgres; keys: Keys }, Problem>> {
  const { variables } = environment;
  const own = findHome(environment);
  const keyFolder = variables['ROUNDS_KEYS'] || join(own, 'team', 'keys');
  const keys = openKeys({ folder: keyFolder, variables });
  if (!keys.ok) return keys;
  const databaseUrl = variables['DATABASE_URL'] || undefined;
  const database = await openPostgres({ folder: join(own, 'team', 'postgres'), own, keys: keyFolder, databaseUrl, tell });
  return database.ok ? ok({ database: database.value, keys: keys.value }) : database;
}
