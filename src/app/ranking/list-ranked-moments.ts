import type { MomentCard } from '../../model/api/today.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { App } from '../app.ts';
import type { MomentsQuery } from '../list-moments.ts';
import { toMomentCard } from '../to-moment-card.ts';
import { createWeigher } from './create-weigher.ts';
import { toExplained, type ExplainedMoment } from './explain-moment.ts';

export interface RankedMoment extends MomentCard {
  readonly explained: ExplainedMoment;
}

export interface RankedList {
  readonly moments: readonly RankedMoment[];
  readonly total: number;
}

/** Moments that were not dismissed, newest session first and within it the best first. Says what each was found for. */
export function listRankedMoments({ journal }: Pick<App, 'journal'>, { session, limit }: MomentsQuery): Result<RankedList, Problem> {
  return journal.attempt(() => {
    const weigh = createWeigher(journal);
    const sessions = session === undefined ? [...new Set(journal.moments.list(limit, 0).map(({ moment }) => moment.session))] : [session];
    const dismissed = new Set(journal.dismissals.listMoments());
    const ranked = sessions.flatMap((id) => {
      const record = journal.sessions.get(id);
      const listed = journal.moments.listOfSession(id).filter(({ moment }) => !dismissed.has(moment.id));
      return record ? listed.map((one) => ({ ...toMomentCard(journal, one, record), explained: toExplained(one.moment, weigh) })).toSorted(byTotal) : [];
    });
    return { moments: ranked.slice(0, limit), total: session === undefined ? journal.moments.count() : ranked.length };
  });
}

const byTotal = (a: RankedMoment, b: RankedMoment): number => b.explained.explanation.total - a.explained.explanation.total || (a.id < b.id ? -1 : 1);
