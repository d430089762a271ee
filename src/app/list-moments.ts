import type { MomentRecord } from '../journal/moments-table.ts';
import type { MomentCard } from '../model/api/today.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { SessionId } from '../model/session.ts';
import type { App } from './app.ts';
import { toMomentCard } from './to-moment-card.ts';

export interface MomentsQuery {
  readonly session?: SessionId;
  readonly limit: number;
  readonly offset?: number;
}

export interface MomentList {
  readonly moments: readonly MomentCard[];
  readonly total: number;
}

/** Moments that were not dismissed, newest session first and within it in its own order: neither says how one ended. */
export function listMoments({ journal }: App, { session, limit, offset = 0 }: MomentsQuery): Result<MomentList, Problem> {
  return journal.attempt(() => {
    const ofSession = session === undefined ? null : journal.moments.listOfSession(session).filter(({ moment }) => journal.dismissals.get(moment.id) === null);
    const page = ofSession ? ofSession.toSorted(byPlace).slice(offset, offset + limit) : journal.moments.list(limit, offset);
    return { moments: page.flatMap((record) => toCards(journal, record)), total: ofSession?.length ?? journal.moments.count() };
  });
}

const byPlace = (a: MomentRecord, b: MomentRecord): number => a.moment.decision.start - b.moment.decision.start;

function toCards(journal: App['journal'], record: MomentRecord): MomentCard[] {
  const session = journal.sessions.get(record.moment.session);
  return session ? [toMomentCard(journal, record, session)] : [];
}
