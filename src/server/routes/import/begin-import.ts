import type { ImportProgress } from '../../../model/api/machine.ts';
import { describeProblem, type Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { ServerContext } from '../../server-context.ts';

type Work = () => Promise<Result<unknown, Problem>>;

/** Begins `work` in the background and returns at once. Where the whole of it failed, open pages are told among its problems. */
export function beginImport(context: ServerContext, work: Work): ImportProgress {
  void tellHowItEnds(context, work);
  return { ...context.app.importer.getProgress(), running: true };
}

async function tellHowItEnds({ app, feed, reportBug }: ServerContext, work: Work): Promise<void> {
  try {
    const result = await work();
    if (result.ok) return;
    const progress = app.importer.getProgress();
    const problems = [...progress.problems, { file: app.journal.path, what: describeProblem(result.problem) }];
    feed.publish({ name: 'import', subject: 'import', data: { ...progress, problems } });
  } catch (error) {
    reportBug(error);
  }
}
