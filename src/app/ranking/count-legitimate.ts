import type { Journal } from '../../journal/open-journal.ts';
import type { DismissalRow } from '../../journal/dismissals-table.ts';
import type { Dismissed } from '../../model/api/ranking.ts';

/** What a dismissal does to other moments; null where its reason teaches nothing about the repository. */
export function countLegitimate(journal: Pick<Journal, 'dismissals' | 'moments'>, { dismissal, repository, rule }: DismissalRow): Dismissed['legitimate'] {
  if (dismissal.reason !== 'legitimate-here') return null;
  const times = journal.dismissals.countLegitimate(repository).get(rule) ?? 0;
  return { repository, times, others: journal.moments.countOfRule(rule, repository) };
}
