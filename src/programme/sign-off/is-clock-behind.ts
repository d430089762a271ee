/** Clocks of several servers of one team may differ by so much. */
const BETWEEN_SERVERS_MS = 5 * 60_000;

/** Whether a clock says less than what was recorded already, by more than servers differ: it was set back, or ran ahead then. */
export function isClockBehind(now: string, latestRecorded: string | null): boolean {
  return latestRecorded !== null && Date.parse(now) < Date.parse(latestRecorded) - BETWEEN_SERVERS_MS;
}
