import { existsSync } from 'node:fs';
import type { Experiment } from '../../model/experiment.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { findGitFolder } from '../../sources/git/find-git-folder.ts';
import { runGit } from '../../sources/git/run-git.ts';
import type { App } from '../app.ts';
import { countEntries } from './start-experiment.ts';

export interface ListedExperiment extends Experiment {
  /** How an open one stands now; null for one that ended. */
  readonly now: ExperimentState | null;
}

export interface ExperimentState {
  /** Null where somebody removed the branch. */
  readonly head: string | null;
  readonly commits: number;
  /** Files with changes that are not committed. */
  readonly uncommitted: number;
  readonly isFolderGone: boolean;
}

/** Of the folder's repository, the open ones first. */
export async function listExperiments({ journal }: App, folder: string): Promise<Result<ListedExperiment[], Problem>> {
  const repository = await findGitFolder(folder);
  if (!repository.ok) return repository;
  const listed: ListedExperiment[] = [];
  for (const one of journal.experiments.list(repository.value)) listed.push({ ...one, now: one.state === 'open' ? await readState(one) : null });
  return ok(listed.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open')));
}

export async function readState({ repository, folder, branch, from }: Experiment): Promise<ExperimentState> {
  const head = await runGit(repository, ['rev-parse', '--verify', '-q', `refs/heads/${branch}`]);
  const commits = head.ok ? await runGit(repository, ['rev-list', '--count', `${from}..${head.value.trim()}`]) : null;
  const isFolderGone = !existsSync(folder);
  const status = isFolderGone ? null : await runGit(folder, ['status', '--porcelain', '-z', '--untracked-files=all']);
  return {
    head: head.ok ? head.value.trim() : null,
    commits: commits?.ok ? Number(commits.value) : 0,
    uncommitted: status?.ok ? countEntries(status.value) : 0,
    isFolderGone,
  };
}
