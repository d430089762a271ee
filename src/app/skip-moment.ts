import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { App } from './app.ts';

/** Takes a moment off today's list. Nothing is kept of it: afterwards it is like any other that was once offered. */
export function skipMoment({ journal }: Pick<App, 'journal'>, id: MomentId): Result<void, Problem> {
  return journal.write(() => {
    const today = journal.today.get();
    if (today) journal.today.save({ ...today, moments: today.moments.filter((moment) => moment !== id) });
  });
}
