import type { CaseList } from '../../../model/api/team/case-views.ts';
import type { OwnWeek } from '../../../model/api/team/weekly.ts';
import type { Thread } from '../../../model/team/thread.ts';

/** On cases of this pair whoever asks, and on lessons where one of the two asks. */
export function listThreadsOfPair(
  threads: readonly Thread[],
  cases: readonly Pick<CaseList['cases'][number], 'id' | 'pair'>[],
  { pair, preceptee, preceptor }: Pick<OwnWeek, 'pair' | 'preceptee' | 'preceptor'>,
): Thread[] {
  const ours = new Set(cases.filter((each) => each.pair === pair).map(({ id }) => id));
  return threads.filter((thread) => (thread.case === null ? [preceptee.id, preceptor.id].includes(thread.askedBy) : ours.has(thread.case)));
}
