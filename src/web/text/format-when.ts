/** Instants as people say them, in the reader's own time zone. `now` is passed in, so that a page agrees with itself. */
const LOCALE = 'en-GB';
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' });
const longWeekday = new Intl.DateTimeFormat(LOCALE, { weekday: 'long' });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });

const DAY_MS = 86_400_000;
const startOfDay = (at: Date): number => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

const toDate = (iso: string | null): Date | null => {
  const at = iso === null ? null : new Date(iso);
  return at === null || Number.isNaN(at.getTime()) ? null : at;
};

/** "16:42", or an empty string for an unknown time. */
export function formatClock(iso: string | null): string {
  const at = toDate(iso);
  return at === null ? '' : clock.format(at);
}

/** "today", "yesterday", "Thu", "12 Mar" or "12 Mar 2025". */
function formatDay(at: Date, now: Date): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days > 1 && days < 7) return weekday.format(at);
  return (at.getFullYear() === now.getFullYear() ? dayOfYear : fullDay).format(at);
}

/** "yesterday 16:42"; "at an unknown time" where the record has none. */
export function formatWhen(iso: string | null, now: Date): string {
  const at = toDate(iso);
  return at === null ? 'at an unknown time' : `${formatDay(at, now)} ${clock.format(at)}`;
}

/** "Thu 16:04–17:21"; both days are named where the span crosses midnight. */
export function formatSpan(startIso: string | null, endIso: string | null, now: Date): string {
  const start = toDate(startIso);
  const end = toDate(endIso);
  if (start === null) return 'at an unknown time';
  if (end === null || clock.format(start) === clock.format(end)) return formatWhen(startIso, now);
  if (startOfDay(start) === startOfDay(end)) return `${formatDay(start, now)} ${clock.format(start)}–${clock.format(end)}`;
  return `${formatWhen(startIso, now)} – ${formatWhen(endIso, now)}`;
}

export const formatWeekday = (at: Date): string => longWeekday.format(at);

/** "5 Jan 2026", whatever day it is; an empty string for an unknown one. */
export function formatDate(iso: string | null): string {
  const at = toDate(iso);
  return at === null ? '' : fullDay.format(at);
}
