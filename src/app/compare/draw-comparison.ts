import { randomUUID } from 'node:crypto';
import type { Comparison } from '../../model/comparison.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { createSeededRandom } from '../../moments/engine/seeded-random.ts';
import { drawLetters } from '../../rounds/comparison/draw-letters.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { runGit } from '../../sources/git/run-git.ts';
import type { App } from '../app.ts';

export interface DrawRequest {
  readonly folder: string;
  /** Branches, tags or commits: outputs for one task. */
  readonly refs: readonly string[];
  /** What they are changes of; where they parted when absent. */
  readonly base?: string;
}

const MOST_OUTPUTS = 8;

/** Begins a comparison: the outputs get letters, drawn, and the draw is kept before anyone has seen them. */
export async function drawComparison({ journal, clock }: App, { folder, refs, base }: DrawRequest): Promise<Result<Comparison, Problem>> {
  if (refs.length < 2 || refs.length > MOST_OUTPUTS)
    return failed(problem('wrong-usage', `A comparison needs two to ${MOST_OUTPUTS} outputs, and ${refs.length} were named.`));
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const outputs: { ref: string; commit: string }[] = [];
  for (const ref of refs) {
    const commit = await toCommit(root, ref);
    if (!commit.ok) return commit;
    const twin = outputs.find((one) => one.commit === commit.value);
    if (twin) return failed(problem('wrong-usage', `${twin.ref} and ${ref} are the same commit.`));
    outputs.push({ ref, commit: commit.value });
  }
  const parted =
    base === undefined
      ? await findParting(
          root,
          outputs.map(({ commit }) => commit),
        )
      : await toCommit(root, base);
  if (!parted.ok) return parted;
  const seed = randomUUID();
  const comparison: Comparison = {
    id: `cmp_${seed.replaceAll('-', '').slice(0, 12)}`,
    repository: root,
    base: parted.value,
    seed,
    drawnAt: clock().toISOString(),
    outputs: drawLetters(outputs, createSeededRandom(seed)),
    state: 'drawn',
    judgement: null,
    results: [],
  };
  journal.comparisons.add(comparison);
  return ok(comparison);
}

async function toCommit(root: string, ref: string): Promise<Result<string, Problem>> {
  const found = await runGit(root, ['rev-parse', '--verify', '--end-of-options', `${ref}^{commit}`]);
  return found.ok ? ok(found.value.trim()) : failed(problem('not-found', `There is no commit ${ref} in ${root}.`));
}

async function findParting(root: string, commits: readonly string[]): Promise<Result<string, Problem>> {
  const found = await runGit(root, ['merge-base', '--octopus', ...commits]);
  const commit = found.ok ? found.value.trim() : '';
  return commit === ''
    ? failed(problem('not-found', 'These outputs have no commit in common.', { next: 'Say what they are changes of, with --base.' }))
    : ok(commit);
}
