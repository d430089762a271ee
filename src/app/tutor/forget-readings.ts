import type { MomentId } from '../../model/moment.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { App } from '../app.ts';

/** Forgets what the second reader said of one moment, or of all: questions and ranks are as without it. That something was sent stays logged. */
export function forgetReadings({ journal }: Pick<App, 'journal'>, id?: MomentId): Result<void, Problem> {
  return journal.write(() => (id === undefined ? journal.readings.removeAll() : journal.readings.remove(id)));
}
