import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeconstructedHunk } from '../../model/deconstruction.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { standsIn } from '../../rounds/deconstruction/stands-in.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';

/** Hunks of the repository that no test minded, nobody has explained, and that are still in the work tree: a riddle is also solved by taking it out. */
export async function listUnexplained({ journal }: App, folder: string): Promise<Result<DeconstructedHunk[], Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  return journal.attempt(() => journal.deconstructions.listUnexplained(root).filter((one) => isStanding(root, one)));
}

function isStanding(root: string, { path, hunk }: DeconstructedHunk): boolean {
  const file = join(root, path);
  return existsSync(file) && standsIn(readFileSync(file, 'utf8'), hunk);
}

/** @param start the beginning of the hunk's id, as far as it tells it apart */
export async function explainHunk({ journal }: App, folder: string, start: string, explanation: string | null): Promise<Result<DeconstructedHunk, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const found = start === '' ? [] : journal.deconstructions.find(root, start);
  const [one] = found;
  if (!one || found.length > 1) {
    const what = one ? `Several hunks begin with ${start}.` : `No hunk that was taken out of this repository begins with ${start || 'nothing'}.`;
    return failed(problem(one ? 'wrong-usage' : 'not-found', what, { next: 'rounds deconstruct --unexplained lists them.' }));
  }
  journal.deconstructions.setExplanation(root, one.id, explanation);
  return ok({ ...one, explanation });
}
