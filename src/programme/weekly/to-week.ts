const DAY_MS = 86_400_000;

/** The Monday of an instant's week in UTC, as `2026-03-02`: the same week for both, wherever they are. */
export function toWeek(at: Date): string {
  const day = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - day * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday so many weeks later, or before. */
export const addWeeks = (week: string, weeks: number): string => new Date(toWeekStart(week).getTime() + weeks * 7 * DAY_MS).toISOString().slice(0, 10);

/** The instant a week begins. */
export const toWeekStart = (week: string): Date => new Date(`${week}T00:00:00.000Z`);
