import type { DismissedList } from '../model/api/ranking.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { App } from './app.ts';
import { countLegitimate } from './ranking/count-legitimate.ts';

/** Moments put away with a reason, the latest first. */
export function listDismissed({ journal }: Pick<App, 'journal'>): Result<DismissedList, Problem> {
  return journal.attempt(() => ({
    dismissed: journal.dismissals
      .list()
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map((row) => ({
        moment: row.moment,
        question: journal.moments.get(row.moment)?.moment.question ?? 'Its session is no longer in the journal.',
        repository: row.repository,
        dismissal: row.dismissal,
        at: row.at,
        legitimate: countLegitimate(journal, row),
      })),
  }));
}
