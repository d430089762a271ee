import type { DismissedList } from '../model/api/ranking.ts';
import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { App } from './app.ts';
import { countLegitimate } from './ranking/count-legitimate.ts';
import { toAskedQuestion } from './tutor/find-reading.ts';

/** Moments put away with a reason, the latest first. */
export function listDismissed({ journal }: Pick<App, 'journal'>): Result<DismissedList, Problem> {
  return journal.attempt(() => ({
    dismissed: journal.dismissals
      .list()
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map((row) => ({
        moment: row.moment,
        question: findQuestion(journal, row.moment),
        repository: row.repository,
        dismissal: row.dismissal,
        at: row.at,
        legitimate: countLegitimate(journal, row),
      })),
  }));
}

function findQuestion(journal: App['journal'], id: MomentId): string {
  const moment = journal.moments.get(id)?.moment;
  return moment ? toAskedQuestion(journal, moment) : 'Its session is no longer in the journal.';
}
