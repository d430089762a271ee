/** Where days stand on a line from one day to another, in hundredths of its length. */
import type { TeamProgramme } from '../../../model/team/programme.ts';

export interface YearSpan {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

/** From the first beginning to the last end, so that several years stand under one line of months. */
export function spanYears(years: readonly Pick<TeamProgramme, 'startsAt' | 'endsAt'>[]): YearSpan | null {
  const [first] = years.map(({ startsAt }) => startsAt).toSorted();
  const last = years
    .map(({ endsAt }) => endsAt)
    .toSorted()
    .at(-1);
  return first !== undefined && last !== undefined ? { from: first, to: last } : null;
}

/** 0 to 100; a day outside stands at the nearer end. */
export function placeOnYear(at: string, { from, to }: YearSpan): number {
  const length = Math.max(DAY_MS, Date.parse(to) - Date.parse(from));
  return Math.min(100, Math.max(0, ((Date.parse(at) - Date.parse(from)) / length) * 100));
}

export const isWithin = (at: string, { from, to }: YearSpan): boolean => at >= from && at <= to;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Firsts of months, at most a dozen; the first of each year with its number. */
export function listMonths(span: YearSpan): { readonly at: string; readonly label: string }[] {
  const [from, to] = [new Date(span.from), Date.parse(span.to)];
  const firsts: Date[] = [];
  for (let n = 1; firsts.length < 120; n += 1) {
    const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n, 1));
    if (first.getTime() > to) break;
    firsts.push(first);
  }
  const every = Math.max(1, Math.ceil(firsts.length / 12));
  return firsts
    .filter((_, index) => index % every === 0)
    .map((first, index) => ({
      at: first.toISOString(),
      label: first.getUTCMonth() < every && (index > 0 || first.getUTCMonth() === 0) ? `${first.getUTCFullYear()}` : (MONTHS[first.getUTCMonth()] ?? ''),
    }));
}
