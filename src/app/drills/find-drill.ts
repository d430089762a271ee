import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { KeptDrill } from '../../journal/drills-table.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';

/** The one drill of the folder's repository whose id begins so. */
export async function findDrill({ journal }: App, folder: string, start: string): Promise<Result<KeptDrill, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const found = start === '' ? [] : journal.drills.find(repository.value.root, start);
  const [drill] = found;
  const next = 'rounds drill --list shows them.';
  if (!drill) return failed(problem('not-found', `No drill of this repository begins with ${start || 'nothing'}.`, { next }));
  return found.length > 1 ? failed(problem('wrong-usage', `Several drills begin with ${start}.`, { next })) : ok(drill);
}
