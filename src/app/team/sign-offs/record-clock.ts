import { isClockBehind } from '../../../programme/sign-off/is-clock-behind.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readLatestRecorded } from '../../../store/sign-offs.ts';
import type { SharedApp } from '../team-app.ts';

interface RecordClock {
  /** By which a level holds or has ended: what was recorded already is not undone by setting a clock back. */
  readonly now: string;
  /** What was recorded latest, where the server's clock is behind it. */
  readonly behind: string | null;
}

export async function readRecordClock({ clock }: Pick<SharedApp, 'clock'>, tx: Tx): Promise<RecordClock> {
  const told = clock().toISOString();
  const latest = await readLatestRecorded(tx);
  return { now: latest !== null && latest > told ? latest : told, behind: isClockBehind(told, latest) ? latest : null };
}
