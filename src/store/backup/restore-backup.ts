import type { Client } from 'pg';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { migrateStore } from '../migrate-store.ts';
import { ALL_MIGRATIONS } from '../migrations/all-migrations.ts';
import { openBackupFile, type BackupFailure, type BackupManifest, type OpenedBackup } from './backup-file.ts';
import { SCHEMAS } from './list-tables.ts';
import { DamagedBackup, loadBackup } from './load-backup.ts';

/**
 * Fills an empty database with what a backup holds: the tables as they were then, their rows, then what came since. Where it
 * cannot be read to its end the database is as empty as before. Errors of the database are thrown.
 */
export async function restoreBackup(owner: Client, file: string): Promise<Result<BackupManifest, Problem>> {
  const opened = openBackupFile(file);
  if (typeof opened === 'string') return failed(describe(opened, file));
  try {
    return await restore(owner, opened, file);
  } finally {
    opened.close();
  }
}

async function restore(owner: Client, opened: OpenedBackup, file: string): Promise<Result<BackupManifest, Problem>> {
  const { migrations } = opened.manifest;
  if (migrations.some((name, index) => ALL_MIGRATIONS[index]?.name !== name)) return failed(describe('newer', file));
  const people = await countAccounts(owner);
  if (people > 0)
    return failed(
      problem('conflict', 'There is a team in this database already; a backup is only restored into an empty one.', {
        why: `It has ${people} ${people === 1 ? 'account' : 'accounts'}.`,
        next: 'Set ROUNDS_HOME to a new folder, or DATABASE_URL to a new database, and restore there.',
      }),
    );
  // Without an account nobody has kept anything here: at most a server was started on it.
  for (const schema of SCHEMAS) await owner.query(`drop schema if exists ${schema} cascade`);
  await migrateStore(owner, migrations.length);
  try {
    await loadBackup(owner, opened);
  } catch (error) {
    if (error instanceof DamagedBackup || isUnreadable(error)) return failed(describe('damaged', file));
    throw error;
  }
  await migrateStore(owner);
  return ok(opened.manifest);
}

async function countAccounts(owner: Client): Promise<number> {
  const { rows } = await owner.query<{ table: string | null }>(`select to_regclass('auth."user"')::text as table`);
  if (rows[0]?.table === null) return 0;
  const counted = await owner.query<{ count: number }>('select count(*)::int as count from auth."user"');
  return counted.rows[0]?.count ?? 0;
}

/** Values that are none (class 22) or do not fit together (23), or a file that could not be read on while it was sent (57014). */
const isUnreadable = (error: unknown): boolean => /^(?:22|23|57014)/.test((error as { code?: string }).code ?? '');

const WHAT: Readonly<Record<BackupFailure, string>> = {
  missing: 'is not there.',
  'not-a-backup': 'is not a backup of Rounds.',
  newer: 'was written by a newer version of Rounds.',
  damaged: 'is damaged: it does not hold what was written. Nothing was restored.',
};

function describe(failure: BackupFailure, file: string): Problem {
  const next = { newer: 'Update Rounds, then restore it.', damaged: 'Take another copy of it, or the backup before.' };
  return problem(failure === 'missing' ? 'not-found' : 'bad-input', `${file} ${WHAT[failure]}`, { next: next[failure as keyof typeof next] });
}
