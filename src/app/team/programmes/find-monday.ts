const DAY_MS = 24 * 3_600_000;

/** The Monday of the week `at` is in, in UTC, as YYYY-MM-DD: weeks of load and weekly pages begin on it. */
export function findMonday(at: Date): string {
  const daysSince = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - daysSince * DAY_MS).toISOString().slice(0, 10);
}
