/** Ends an experiment: its branch is kept, or all of it is thrown away. What was learned stays in the journal either way. */
import type { Experiment } from '../../model/experiment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { runGit } from '../../sources/git/run-git.ts';
import type { App } from '../app.ts';
import { findExperiment } from './find-experiment.ts';
import { readState, type ExperimentState } from './list-experiments.ts';

export interface EndRequest {
  readonly folder: string;
  readonly name: string;
  /** What was tried and learned, in one sentence. */
  readonly learned?: string;
}

export interface EndedExperiment {
  readonly experiment: Experiment;
  readonly before: ExperimentState;
}

const LONGEST = 500;

/** The folder goes, the branch stays. @param merge into what is checked out where the experiment was begun, which must be clean */
export async function keepExperiment(app: App, request: EndRequest & { readonly merge: boolean }): Promise<Result<EndedExperiment, Problem>> {
  const found = await findOpen(app, request);
  if (!found.ok) return found;
  const { experiment, before } = found.value;
  if (before.head === null)
    return failed(problem('not-found', `Its branch ${experiment.branch} is gone.`, { next: `rounds experiment discard ${experiment.name}` }));
  if (before.uncommitted > 0)
    return failed(
      problem('conflict', `${before.uncommitted} changed ${before.uncommitted === 1 ? 'file of it is' : 'files of it are'} not committed.`, {
        why: 'Only what is committed can be kept.',
        next: `Commit it in ${experiment.folder}, or discard the experiment.`,
      }),
    );
  if (request.merge) {
    const merged = await mergeInto(experiment);
    if (!merged.ok) return merged;
  }
  const removed = await removeTree(experiment, before, false);
  if (!removed.ok) return removed;
  // Everything of it is in the other branch now: git itself refuses where that is not so.
  if (request.merge) await runGit(experiment.root, ['branch', '-q', '-d', experiment.branch]);
  return end(app, experiment, before, { ...request, state: 'kept' });
}

/** Folder, branch and whatever was not committed are gone after this. */
export async function discardExperiment(app: App, request: EndRequest): Promise<Result<EndedExperiment, Problem>> {
  const found = await findOpen(app, request);
  if (!found.ok) return found;
  const { experiment, before } = found.value;
  const removed = await removeTree(experiment, before, true);
  if (!removed.ok) return removed;
  const deleted = before.head === null ? ok('') : await runGit(experiment.repository, ['branch', '-q', '-D', experiment.branch]);
  return deleted.ok ? end(app, experiment, before, { ...request, state: 'discarded' }) : deleted;
}

async function findOpen(app: App, { folder, name, learned = '' }: EndRequest): Promise<Result<EndedExperiment, Problem>> {
  if (learned.length > LONGEST) return failed(problem('wrong-usage', `What was learned is one sentence: at most ${LONGEST} characters.`));
  const found = await findExperiment(app, folder, name);
  return found.ok ? ok({ experiment: found.value, before: await readState(found.value) }) : found;
}

async function removeTree({ repository, folder }: Experiment, { isFolderGone }: ExperimentState, isForced: boolean): Promise<Result<string, Problem>> {
  // From the git folder: the person may stand in the one that goes.
  if (isFolderGone) return runGit(repository, ['worktree', 'prune']);
  return runGit(repository, ['worktree', 'remove', ...(isForced ? ['--force'] : []), '--', folder]);
}

async function mergeInto({ root, branch }: Experiment): Promise<Result<null, Problem>> {
  const status = await runGit(root, ['status', '--porcelain', '--untracked-files=no']);
  if (!status.ok) return status;
  const next = 'Keep it without --merge: its branch stays, and you merge it when you like.';
  if (status.value !== '') return failed(problem('conflict', `${root} has changes that are not committed, so nothing is merged into it.`, { next }));
  const merged = await runGit(root, ['merge', '-q', '--no-edit', branch]);
  if (merged.ok) return ok(null);
  await runGit(root, ['merge', '--abort']);
  return failed(problem('conflict', `${branch} does not merge by itself. Nothing was changed.`, { why: merged.problem.why ?? merged.problem.what, next }));
}

function end(
  app: App,
  experiment: Experiment,
  before: ExperimentState,
  { learned, state }: { readonly learned?: string; readonly state: 'kept' | 'discarded' },
): Result<EndedExperiment, Problem> {
  const sentence = learned?.trim().replaceAll(/\s+/g, ' ') ?? '';
  const ended: Experiment = {
    ...experiment,
    state,
    endedAt: app.clock().toISOString(),
    head: before.head,
    commits: before.commits,
    learned: sentence === '' ? null : sentence,
  };
  const saved = app.journal.write(() => app.journal.experiments.save(ended));
  return saved.ok ? ok({ experiment: ended, before }) : saved;
}
