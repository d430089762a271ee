import { resolve } from 'node:path';
import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { restoreBackup } from '../../../store/backup/restore-backup.ts';
import { withClient } from '../../../store/postgres/with-client.ts';
import { toStoreProblem } from '../../../store/store-problem.ts';
import type { Environment } from '../../environment.ts';
import { openTeamDatabase } from '../open-team-database.ts';
import { summarize, type BackupSummary } from './backup-summary.ts';

export interface Restored extends BackupSummary {
  /** Whether there are cases and no key in the key folder: nobody can read those. */
  readonly lacksKeys: boolean;
}

/** Fills an empty database with a backup: all of it, checked, or nothing. */
export async function restoreTeam(environment: Environment, name: string): Promise<Result<Restored, Problem>> {
  const opened = await openTeamDatabase({ environment, tell: () => undefined });
  if (!opened.ok) return opened;
  const { database, keys } = opened.value;
  try {
    const file = resolve(environment.folder, name);
    const restored = await withClient(database.owner, (owner) => restoreBackup(owner, file));
    if (!restored.ok) return restored;
    const summary = summarize(file, restored.value);
    return ok({ ...summary, lacksKeys: summary.cases > 0 && !keys.listNames().some((key) => key.startsWith('case-')) });
  } catch (error) {
    const found = toStoreProblem(error);
    if (!found) throw error;
    return failed(found);
  } finally {
    await database.close();
  }
}
