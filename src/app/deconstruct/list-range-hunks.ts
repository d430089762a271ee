import type { HunkList } from '../../model/api/deconstructions.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { listHunks } from './list-hunks.ts';

/** The riskiest hunks of a range, as they are shown before any of them is taken out. */
export async function listRangeHunks({
  folder,
  range,
  top,
}: {
  readonly folder: string;
  readonly range: string;
  readonly top: number;
}): Promise<Result<HunkList, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const listed = await listHunks(root, range);
  if (!listed.ok) return listed;
  const hunks = listed.value.slice(0, top).map(({ id, path, hunk, risk, reasons }) => ({ id, path, hunk, risk, reasons: [...reasons] }));
  return ok({ repository: root, hunks, of: listed.value.length });
}
