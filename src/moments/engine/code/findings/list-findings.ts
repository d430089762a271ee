/** What rules on code start from: the matches of a pattern that an edit really brought in, once each. */
import type { ChangedLine, CodeMatch, EditFact, SessionFacts } from '../../../facts/facts.ts';

export interface Finding {
  readonly edit: EditFact;
  readonly match: CodeMatch;
  /** All new matches of the pattern in this edit, `match` first. */
  readonly all: readonly CodeMatch[];
}

export type Fits = (match: CodeMatch, edit: EditFact) => boolean;

/**
 * One finding an edit: where it has more of the pattern after than before. Left out is what was moved from another file of the
 * same turn, what the session had already put into the file (a whole file written again), and replayed events.
 */
export function* listFindings(facts: SessionFacts, pattern: string, fits: Fits = () => true): Iterable<Finding> {
  const seen = new Set<string>();
  const replayed = replayedSeqs(facts);
  for (const edit of facts.edits) {
    if (replayed.has(edit.seq) || edit.role === 'generated' || edit.role === 'scratch' || edit.role === 'docs') continue;
    const own = edit.matches.filter((match) => match.pattern === pattern && fits(match, edit));
    const lost = own.filter(({ side }) => side === 'removed').length;
    const added = own.filter(({ side }) => side === 'added');
    const fresh = added.filter((match) => {
      const key = `${edit.path}\n${squeeze(match.text)}`;
      const known = seen.has(key);
      seen.add(key);
      return !known && !wasElsewhere(facts, edit, match);
    });
    const [match] = fresh;
    if (match && added.length > lost) yield { edit, match, all: fresh };
  }
}

/** Shorter lines are everywhere: they are only told apart by those above them. */
const TELLING = 12;
const LINES_ABOVE = 2;

/** Whether another edit of the same turn took the match's line away: it only changed its file. */
function wasElsewhere(facts: SessionFacts, edit: EditFact, { line, text }: CodeMatch): boolean {
  const at = line > 0 ? edit.added.findIndex(({ number }) => number === line) : -1;
  const own = at < 0 ? firstLine(text) : trimmedLine(edit.added, at);
  const above = own.length >= TELLING || at < 0 ? [] : Array.from({ length: Math.min(LINES_ABOVE, at) }, (_, index) => trimmedLine(edit.added, at - index - 1));
  if (own.length + above.join('').length < TELLING) return false;
  return (removedLinesOf(facts).get(`${edit.turn} ${own}`) ?? []).some(
    (other) => other.edit !== edit && above.every((wanted, index) => trimmedLine(other.edit.removed, other.index - index - 1) === wanted),
  );
}

const trimmedLine = (lines: readonly ChangedLine[], index: number): string => lines[index]?.text.trim() ?? '';

interface RemovedLine {
  readonly edit: EditFact;
  readonly index: number;
}

const removedByFacts = new WeakMap<SessionFacts, ReadonlyMap<string, readonly RemovedLine[]>>();

/** Removed lines by their turn and text: a commit of thousands of files asks for each of its findings. */
function removedLinesOf(facts: SessionFacts): ReadonlyMap<string, readonly RemovedLine[]> {
  const known = removedByFacts.get(facts);
  if (known) return known;
  const lines = facts.edits.flatMap((edit) => edit.removed.map((_, index) => ({ edit, index })));
  const map = Map.groupBy(lines, ({ edit, index }) => `${edit.turn} ${trimmedLine(edit.removed, index)}`);
  removedByFacts.set(facts, map);
  return map;
}

const replayedByFacts = new WeakMap<SessionFacts, ReadonlySet<number>>();

/** Events copied from an earlier session, where they have been looked at already. */
export function replayedSeqs(facts: SessionFacts): ReadonlySet<number> {
  const known = replayedByFacts.get(facts) ?? new Set(facts.marks.filter(({ replayed }) => replayed).map(({ seq }) => seq));
  replayedByFacts.set(facts, known);
  return known;
}

export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
export const firstLine = (text: string): string => (text.split('\n', 1)[0] ?? '').trim();
