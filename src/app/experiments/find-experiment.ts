import type { Experiment } from '../../model/experiment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findGitFolder } from '../../sources/git/find-git-folder.ts';
import type { App } from '../app.ts';

/** The open experiment of that name. @param folder anywhere in the repository, an experiment's own folder included */
export async function findExperiment({ journal }: App, folder: string, name: string): Promise<Result<Experiment, Problem>> {
  const repository = await findGitFolder(folder);
  if (!repository.ok) return repository;
  const all = journal.experiments.list(repository.value).filter((one) => one.name === name);
  const open = all.find(({ state }) => state === 'open');
  if (open) return ok(open);
  const last = all.at(-1);
  const why = last ? `It was ${last.state} on ${last.endedAt?.slice(0, 10) ?? ''}.` : undefined;
  return failed(problem('not-found', `No experiment ${name} is open in this repository.`, { why, next: 'rounds experiment list shows them.' }));
}
