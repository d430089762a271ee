import type { Milestone, Pause, Programme } from '../../model/programme.ts';
import { addMonths } from './add-months.ts';

type Year = Pick<Programme, 'startsAt' | 'months' | 'pauses'>;

/** A review every two months, of which one is the midpoint and the last the completion; surveys and unaided forms at fixed months, so that years can be compared. */
const REVIEW_MONTHS = 2;
const SURVEY_MONTHS = [0, 6, 12];
const FORM_MONTHS = [0, 3, 6, 12];

/** What is due and when, in order. Ended pauses move everything that would have come after their beginning. */
export function planYear(year: Year): Milestone[] {
  const { months } = year;
  const due = (kind: Milestone['kind'], month: number): Milestone => ({ kind, month, at: shift(addMonths(year.startsAt, month), year.pauses) });
  const midpoint = Math.floor(months / 2);
  const reviews = Array.from({ length: Math.floor(months / REVIEW_MONTHS) }, (_, index) => (index + 1) * REVIEW_MONTHS);
  return [
    due('first meeting', 0),
    ...reviews.filter((month) => month !== midpoint && month !== months).map((month) => due('review', month)),
    due('midpoint', midpoint),
    ...SURVEY_MONTHS.map((month) => due('survey', month)),
    ...FORM_MONTHS.map((month) => due('unaided form', month)),
    due('completion', months),
  ].sort((a, b) => a.at.localeCompare(b.at));
}

/** When the year ends, with all that it was paused. */
export function findEnd(year: Year): string {
  return shift(addMonths(year.startsAt, year.months), year.pauses);
}

/** Moves an instant by each ended pause that began before it, in turn. A pause that goes on moves nothing yet. */
function shift(at: string, pauses: readonly Pause[]): string {
  return pauses
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .reduce((moved, { from, to }) => (to !== null && from < moved ? new Date(Date.parse(moved) + Date.parse(to) - Date.parse(from)).toISOString() : moved), at);
}
