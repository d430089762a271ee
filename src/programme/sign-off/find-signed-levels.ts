import type { ActivityId } from '../../model/activity-names.ts';
import type { Level } from '../../model/entrustment-levels.ts';
import type { SignOffRecord } from '../../model/sign-off.ts';

export interface SignedLevel {
  readonly activity: ActivityId;
  readonly level: Level;
  readonly by: string;
  readonly expiresAt: string;
  readonly request: string;
}

/** What holds now, activity by activity: the latest sign-off that is neither expired nor reversed. Nothing over activities. */
export function findSignedLevels(person: string, records: readonly SignOffRecord[], now: string): SignedLevel[] {
  const reversed = new Set(records.flatMap(({ entry }) => (entry.type === 'reversed' ? [entry.request] : [])));
  const signedByActivity = new Map<ActivityId, SignedLevel>();
  for (const { entry } of records) {
    if (entry.type !== 'granted' || entry.request.person !== person || reversed.has(entry.request.id) || entry.expiresAt <= now) continue;
    const { activity, level, id } = entry.request;
    signedByActivity.set(activity, { activity, level, by: entry.by, expiresAt: entry.expiresAt, request: id });
  }
  return [...signedByActivity.values()];
}
