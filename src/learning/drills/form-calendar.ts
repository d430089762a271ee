import { DRILL_FORMS } from '../../model/drill.ts';
import type { HeldForm } from './make-up-forms.ts';

/** When a form may be drawn: from its month until the next one's. The last one stays open for half a year. */
export interface FormWindow {
  readonly form: HeldForm;
  /** Days, the second not included. */
  readonly from: string;
  readonly until: string;
}

const LAST_MONTH = 18;

/** @param start the day the person's year began, as YYYY-MM-DD */
export function listFormWindows(start: string): FormWindow[] {
  return DRILL_FORMS.map((form, at) => ({
    form,
    from: addMonths(start, Number(form)),
    until: addMonths(start, Number(DRILL_FORMS[at + 1] ?? LAST_MONTH)),
  }));
}

/** Null before the year and after it. @param day as YYYY-MM-DD */
export const findDueForm = (start: string, day: string): FormWindow | null =>
  listFormWindows(start).find(({ from, until }) => from <= day && day < until) ?? null;

/** The same day of a later month, or its last where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
