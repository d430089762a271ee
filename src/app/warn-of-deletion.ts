import type { FoundFile } from '../sources/find-transcripts.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long before its deletion a session is worth a warning, in days. */
const SOON = 7;

export interface Retention {
  readonly sessions: readonly Pick<FoundFile, 'path' | 'changedAt'>[];
  /** After how many days without a change a session is deleted; 0 at once. */
  readonly days: number;
  /** Whether Rounds has read the file, and so keeps what was in it. */
  readonly isKept: (path: string) => boolean;
  readonly now: Date;
}

/** What to say of an agent that deletes its own sessions: which go soon and are nowhere else. */
export function warnOfDeletion({ sessions, days, isKept, now }: Retention): string {
  if (days === 0) return 'Claude Code is set to keep no sessions: only what Rounds has read meanwhile stays.';
  const going = sessions.filter(({ path, changedAt }) => changedAt + (days - SOON) * DAY_MS < now.getTime() && !isKept(path)).length;
  if (going === 0) return `Claude Code deletes sessions after ${days} days; what Rounds has read it keeps.`;
  const [subject, verb] = going === 1 ? ['1 session that Rounds has not read', 'goes'] : [`${going} sessions that Rounds has not read`, 'go'];
  return `Claude Code deletes sessions after ${days} days: ${subject} ${verb} within ${SOON} days. Run "rounds import" to keep them.`;
}
