import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { describeSystemError } from '../../../sources/find-transcripts.ts';
import { writeBackup } from '../../../store/backup/write-backup.ts';
import { toStoreProblem } from '../../../store/store-problem.ts';
import { withClient } from '../../../store/postgres/with-client.ts';
import type { Environment } from '../../environment.ts';
import { findDatabaseFolder, openTeamDatabase } from '../open-team-database.ts';
import { summarize, type BackupSummary } from './backup-summary.ts';

export interface BackupInput {
  readonly environment: Environment;
  readonly clock: () => Date;
}

export interface BackupRequest {
  readonly file: string;
  /** Writes over a file that is there. */
  readonly force: boolean;
}

/** Writes all that a team shares into one file, as it is at this moment, while its server goes on. No key is in it. */
export async function backUpTeam({ environment, clock }: BackupInput, { file: name, force }: BackupRequest): Promise<Result<BackupSummary, Problem>> {
  const file = resolve(environment.folder, name);
  if (existsSync(file) && !force)
    return failed(problem('wrong-usage', `${name} is there already.`, { next: 'Choose another name, or write over it with --force.' }));
  if (!environment.variables['DATABASE_URL'] && !existsSync(findDatabaseFolder(environment))) return failed(nothingYet());
  const opened = await openTeamDatabase({ environment, tell: () => undefined });
  if (!opened.ok) return opened;
  try {
    return await withClient(opened.value.database.owner, async (owner) => {
      const { rows } = await owner.query<{ table: string | null }>("select to_regclass('rounds.migration')::text as table");
      if (rows[0]?.table === null) return failed(nothingYet());
      return ok(summarize(file, await writeBackup(owner, { file, rounds: environment.version, at: clock() })));
    });
  } catch (error) {
    const why = explainFileError(error);
    const found = why ? problem('bad-input', `${name} cannot be written.`, { why }) : toStoreProblem(error);
    if (!found) throw error;
    return failed(found);
  } finally {
    await opened.value.database.close();
  }
}

// https://www.sqlite.org/rescode.html#full
const SQLITE_FULL = 13;

/** Of the backup's own file, which SQLite writes; null where it was the database. */
function explainFileError(error: unknown): string | null {
  const { code, errcode, syscall, message } = error as { code?: string; errcode?: number; syscall?: string; message: string };
  if (code === 'ERR_SQLITE_ERROR') return errcode === SQLITE_FULL ? 'The disk is full.' : message;
  return /^(?:open|write|rename|fsync)$/.test(syscall ?? '') ? describeSystemError(error) : null;
}

const nothingYet = (): Problem =>
  problem('not-found', 'There is no team here yet: nothing was there to write.', {
    next: 'Set ROUNDS_HOME or DATABASE_URL to what "rounds serve" was started with.',
  });
