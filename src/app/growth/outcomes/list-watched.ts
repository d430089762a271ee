import { relative, sep } from 'node:path';
import type { Journal } from '../../../journal/open-journal.ts';
import type { DecidedLines } from '../../../learning/outcomes/read-later-commits.ts';
import type { Moment, Proposition } from '../../../model/moment.ts';
import type { RoundId } from '../../../model/round.ts';
import { isRevealed } from '../../../rounds/round-progress.ts';

/** A round on a change of my own whose later fate can be looked up. */
export interface WatchedRound {
  readonly id: RoundId;
  readonly moment: Moment;
  readonly decidedAt: string;
  /** Where its session worked. */
  readonly folder: string;
  readonly repository: string | null;
  readonly propositions: readonly Proposition[];
  /** Added lines by absolute path. */
  readonly written: ReadonlyMap<string, readonly string[]>;
}

const MAX_EVENTS = 400;

/** Revealed rounds of mine, alone and for two, whose decision changed files. Those on the demo are left out. */
export function listWatched(journal: Journal): WatchedRound[] {
  const alone = journal.rounds.list().flatMap((round) => (isRevealed(round) ? [{ id: round.id, of: round.moment }] : []));
  const forTwo = journal.teamRounds.list().flatMap(({ id, content }) => (content?.moment ? [{ id, of: content.moment }] : []));
  return [...alone, ...forTwo].flatMap(({ id, of }) => {
    const moment = journal.moments.get(of)?.moment;
    const watched = moment && watch(journal, id, moment);
    return watched ? [watched] : [];
  });
}

function watch(journal: Journal, id: RoundId, moment: Moment): WatchedRound | null {
  const session = journal.sessions.get(moment.session);
  const folder = session && journal.sessions.getDetail(session.id)?.session.cwd;
  if (!session || session.demo || !folder || moment.at === null) return null;
  const written = new Map<string, string[]>();
  for (const event of journal.events.listBetweenLines(session.derivation, moment.decision.start, moment.decision.end, MAX_EVENTS)) {
    if (event.kind !== 'edit') continue;
    const path = event.movedTo ?? event.path;
    const lines = event.hunks.flatMap((hunk) => hunk.lines);
    // An agent often gives lines around its change once more.
    const removed = new Set(lines.flatMap((line) => (line.startsWith('-') ? [line.slice(1)] : [])));
    const added = lines.flatMap((line) => (line.startsWith('+') && !removed.has(line.slice(1)) ? [line.slice(1)] : []));
    written.set(path, [...(written.get(path) ?? []), ...added]);
  }
  if (written.size === 0) return null;
  return { id, moment, decidedAt: moment.at, folder, repository: session.repository, propositions: moment.propositions, written };
}

/** The same by path within the repository; files outside it are left out. */
export function toDecidedLines({ written }: WatchedRound, roots: readonly string[]): DecidedLines {
  const decided = new Map<string, readonly string[]>();
  for (const [path, lines] of written) {
    const root = roots.find((one) => path.startsWith(one + sep));
    if (root) decided.set(relative(root, path).split(sep).join('/'), lines);
  }
  return decided;
}
