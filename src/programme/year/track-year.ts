import type { Milestone, Pause, Programme } from '../../model/programme.ts';
import { planYear } from './plan-year.ts';

/** ahead, due (two weeks either side of its day), overdue, done; passed where it cannot be known here whether it was done. */
export interface Tracked extends Milestone {
  readonly state: 'done' | 'ahead' | 'due' | 'overdue' | 'passed';
}

export interface YearFacts {
  readonly year: Pick<Programme, 'startsAt' | 'months' | 'pauses' | 'state'>;
  readonly meetings: readonly { readonly kind: string; readonly heldAt: string | null }[];
  /** Months whose survey is answered; null where that is not known, which is for everybody but who answers. */
  readonly answeredSurveys: readonly number[] | null;
}

const DUE_MS = 14 * 24 * 3_600_000;

/** What is due when, and where it stands at `now`. Nothing becomes overdue during a pause, nor once the year is over. */
export function trackYear({ year, meetings, answeredSurveys }: YearFacts, now: string): Tracked[] {
  const held = (kind: string): number => meetings.filter((meeting) => meeting.kind === kind && meeting.heldAt !== null).length;
  const left = new Map(['review', 'midpoint'].map((kind) => [kind, held(kind)]));
  // The first that was held is the first meeting, whatever it was called; a completed year needs no meeting to be complete.
  left.set('first meeting', meetings.some(({ heldAt }) => heldAt !== null) ? 1 : 0);
  left.set('completion', year.state === 'completed' ? 1 : held('completion'));
  return planYear(countOpenPause(year, now)).map((milestone) => {
    const times = left.get(milestone.kind);
    if (times !== undefined) left.set(milestone.kind, Math.max(0, times - 1));
    const isDone = times !== undefined ? times > 0 : milestone.kind === 'survey' && answeredSurveys?.includes(milestone.month) === true;
    const isKnown = times !== undefined || (milestone.kind === 'survey' && answeredSurveys !== null);
    return { ...milestone, state: isDone ? 'done' : standing(milestone.at, { year, now, isKnown }) };
  });
}

/** While it is paused its days move with each day: as if it were resumed now. */
export function countOpenPause<Y extends { readonly pauses: readonly Pause[] }>(year: Y, now: string): Y & { pauses: Pause[] } {
  return { ...year, pauses: year.pauses.map((pause) => (pause.to === null && now > pause.from ? { ...pause, to: now } : pause)) };
}

function standing(at: string, { year, now, isKnown }: { year: Pick<Programme, 'state'>; now: string; isKnown: boolean }): Tracked['state'] {
  const lateBy = Date.parse(now) - Date.parse(at);
  if (year.state === 'completed' || year.state === 'ended') return lateBy > 0 ? 'passed' : 'ahead';
  if (lateBy < -DUE_MS) return 'ahead';
  if (lateBy <= DUE_MS) return 'due';
  if (year.state === 'planned') return 'ahead';
  return isKnown && year.state === 'running' ? 'overdue' : 'passed';
}
