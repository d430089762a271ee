import type { NewRating } from '../../model/api/growth.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { ME } from '../rounds/rounds-app.ts';
import type { GrowthApp } from './growth-app.ts';
import { findJudgedRound } from './list-judged-rounds.ts';

/** My own rating of one activity in one closed round, beside which the partner's stands once there is one. */
export function rateActivity({ journal, clock }: GrowthApp, { round: id, activity, view, level, note, agentErrorCaught }: NewRating): Result<null, Problem> {
  const written = journal.write((): Result<null, Problem> => {
    const round = findJudgedRound(journal, id);
    if (!round?.closed) return failed(problem('not-found', 'There is no closed round of that id.', { next: 'Close the round first, then rate.' }));
    if (!round.activities.includes(activity)) return failed(problem('bad-input', `${activity} did not matter in that round.`));
    // Without a repository each case is a place of its own.
    const context = round.context || round.occasion;
    journal.ratings.add({ activity, person: ME, rater: ME, view, level, case: id, context, agentErrorCaught, note, at: clock().toISOString() });
    return ok(null);
  });
  return written.ok ? written.value : written;
}
