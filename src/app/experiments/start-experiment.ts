/** Begins an experiment: a branch and a work tree outside of the checkout. Nothing in the checkout changes, whatever state it is in. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Experiment } from '../../model/experiment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findGitFolder } from '../../sources/git/find-git-folder.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { runGit } from '../../sources/git/run-git.ts';
import type { App } from '../app.ts';

export interface StartRequest {
  readonly folder: string;
  readonly name: string;
  /** A commit, branch or tag; HEAD where none is named. */
  readonly from?: string;
}

export interface StartedExperiment {
  readonly experiment: Experiment;
  /** Files of the checkout with changes that are not committed: they stay there, and are not in the experiment. */
  readonly uncommitted: number;
}

const NAME = /^[A-Za-z0-9][\w-]{0,60}$/;

export async function startExperiment(app: App, { folder, name, from = 'HEAD' }: StartRequest): Promise<Result<StartedExperiment, Problem>> {
  if (!NAME.test(name))
    return failed(problem('wrong-usage', `An experiment cannot be called ${name}.`, { next: 'Use letters, digits, - and _, sixty at most.' }));
  const found = await findRepository(folder);
  if (!found.ok) return found;
  const gitFolder = await findGitFolder(folder);
  if (!gitFolder.ok) return gitFolder;
  const { root, head } = found.value;
  if (head === null)
    return failed(problem('conflict', 'This repository has no commit yet, so there is nothing to begin from.', { next: 'Commit something first.' }));
  const commit = await runGit(root, ['rev-parse', '--verify', '-q', '--end-of-options', `${from}^{commit}`]);
  if (!commit.ok) return failed(problem('not-found', `There is no commit ${from} in this repository.`));
  const branch = `experiment/${name}`;
  if ((await runGit(root, ['show-ref', '--verify', '-q', `refs/heads/${branch}`])).ok)
    return failed(problem('conflict', `There is a branch ${branch} already.`, { next: 'Take another name, or end that experiment: rounds experiment list' }));
  const place = toPlace(app.journal.home, gitFolder.value, name);
  if (existsSync(place)) return failed(problem('conflict', `There is a folder ${place} already.`, { next: 'Take another name, or move it away.' }));
  const status = await runGit(root, ['status', '--porcelain', '-z', '--untracked-files=normal']);
  if (!status.ok) return status;
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const added = await runGit(root, ['worktree', 'add', '-q', '-b', branch, '--', place, commit.value.trim()]);
  if (!added.ok) return added;
  const experiment: Experiment = {
    name,
    repository: gitFolder.value,
    root,
    folder: place,
    branch,
    from: commit.value.trim(),
    fromName: from,
    startedAt: app.clock().toISOString(),
    state: 'open',
    endedAt: null,
    head: null,
    commits: null,
    learned: null,
  };
  const saved = app.journal.write(() => app.journal.experiments.save(experiment));
  return saved.ok ? ok({ experiment, uncommitted: countEntries(status.value) }) : saved;
}

/** The repository's name stands in the path, so that sessions in it are known by it (to-repository-name.ts). */
function toPlace(home: string, gitFolder: string, name: string): string {
  const repository = basename(gitFolder) === '.git' ? basename(dirname(gitFolder)) : basename(gitFolder).replace(/\.git$/, '');
  const own = createHash('sha256').update(gitFolder).digest('hex').slice(0, 8);
  return join(home, 'experiments', `${repository}.${own}`, name);
}

/** Entries of `git status -z`; a rename is followed by its old path, which begins with no state. */
export const countEntries = (status: string): number => status.split('\0').filter((entry) => /^[ MADRCUT?!]{2} /.test(entry)).length;
