/** What ties a whole commit to a session, whatever its lines: that it was made in it, or that somebody recorded it. */
import type { Commit } from '../../model/commit.ts';
import type { MadeCommit } from '../writings/writing.ts';
import type { Evidence } from './line-origin.ts';

export interface JoinSession {
  /** Id of the session in whatever holds it. */
  readonly id: string;
  readonly commits: readonly MadeCommit[];
  /** What was checked out when it began, where its agent tells. */
  readonly headCommit: string | null;
}

export interface SessionLink {
  readonly isMade: boolean;
  readonly evidence: readonly Evidence[];
}

/** Git rounds to seconds, agents write when a command has ended; a commit's checks may take a while. */
const SAME_INSTANT_MS = 120_000;

/** Sessions tied to a commit. `recorded` are those that a trailer, note or trace names. */
export function linkSessions(commit: Commit, sessions: readonly JoinSession[], recorded: ReadonlySet<string>): Map<string, SessionLink> {
  const links = new Map<string, SessionLink>();
  for (const { id, commits, headCommit } of sessions) {
    const evidence: Evidence[] = [];
    const isMade = commits.some((made) => isSameCommit(commit, made));
    if (isMade) evidence.push({ sign: 'made-in-session' });
    if (recorded.has(id)) evidence.push({ sign: 'recorded' });
    if (headCommit !== null && headCommit.length >= 7 && commit.parents.some((parent) => parent.startsWith(headCommit)))
      evidence.push({ sign: 'began-at-parent' });
    if (evidence.length > 0) links.set(id, { isMade: isMade || recorded.has(id), evidence });
  }
  return links;
}

/** By its id, or by subject and instant of authoring, which rebase, amend and cherry-pick keep. */
function isSameCommit({ sha, subject, authorAt }: Commit, made: MadeCommit): boolean {
  if (made.sha !== null && sha.startsWith(made.sha)) return true;
  return made.at !== null && Math.abs(made.at - authorAt) <= SAME_INSTANT_MS && made.subject !== '' && subject === made.subject;
}
