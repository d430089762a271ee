/** Finds lines that were wrapped, joined, punctuated or slightly changed after they were written: by runs of their words. */
import { hashText, toWords } from '../text/line-key.ts';
import type { AddedLine, Candidate, MatchContext } from './match-lines.ts';
import type { IndexedWriting } from './writing-index.ts';

/** Words in a row that must agree; fewer are common phrases. */
const RUN = 4;
/** Latest writings of the file that are compared. */
const MOST_WRITINGS = 60;
/** Longest writing whose words are kept; beyond it a file was generated. */
const MOST_WORDS = 200_000;
const LEAST_WORDS = 3;
/** Share of a line's words that must be found: nearly all for the same words, most for a line changed afterwards. */
export const SAME_WORDS = 0.85;
const CHANGED_WORDS = 0.5;

const runsByWriting = new WeakMap<IndexedWriting, Set<number>>();

function runsOf(indexed: IndexedWriting): Set<number> {
  const known = runsByWriting.get(indexed);
  if (known) return known;
  const words: string[] = [];
  for (const { text } of indexed.lines) {
    if (words.length > MOST_WORDS) break;
    words.push(...toWords(text));
  }
  const runs = new Set<number>();
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(hashRun(words, at));
  runsByWriting.set(indexed, runs);
  return runs;
}

const hashRun = (words: readonly string[], at: number): number => hashText(words.slice(at, at + RUN).join(' '));

/** A candidate for each line of a hunk that has none yet, where one of the file's writings holds its words. */
export function matchWords(
  hunk: readonly AddedLine[],
  found: readonly (Candidate | undefined)[],
  names: readonly IndexedWriting[],
  context: MatchContext,
): (Candidate | undefined)[] {
  const candidates = names
    .filter((writing) => context.likenessOf(writing) !== 'other' && context.isInTime(writing))
    .toSorted((one, other) => (one.writing.at ?? 0) - (other.writing.at ?? 0))
    .slice(-MOST_WRITINGS);
  if (candidates.length === 0) return hunk.map(() => undefined);
  const words: { text: string; line: number }[] = hunk.flatMap((line, at) => toWords(line.text).map((text) => ({ text, line: at })));
  const texts = words.map(({ text }) => text);
  const hashes = words.map((_, at) => (at + RUN <= words.length ? hashRun(texts, at) : -1));
  const countByLine = hunk.map(() => 0);
  for (const { line } of words) countByLine[line] = (countByLine[line] ?? 0) + 1;
  const best: (Candidate | undefined)[] = hunk.map(() => undefined);
  const explained: boolean[] = words.map(() => false);
  for (const writing of candidates) {
    const runs = runsOf(writing);
    const covered = words.map(() => false);
    for (const [at, hash] of hashes.entries()) if (hash !== -1 && runs.has(hash)) covered.fill(true, at, at + RUN);
    const coveredByLine = hunk.map(() => 0);
    const newByLine = hunk.map(() => 0);
    for (const [at, { line }] of words.entries()) {
      if (!covered[at]) continue;
      coveredByLine[line] = (coveredByLine[line] ?? 0) + 1;
      if (!explained[at]) newByLine[line] = (newByLine[line] ?? 0) + 1;
    }
    for (const [line, count] of countByLine.entries()) {
      const share = count === 0 ? 0 : (coveredByLine[line] ?? 0) / count;
      if (found[line] || share < CHANGED_WORDS || (count < LEAST_WORDS && share < 1)) continue;
      // Writings come in the order of time: a later one counts where it says as much, or brought words that were not there yet.
      const isBetter = share >= (best[line]?.words ?? 0) || (newByLine[line] ?? 0) > 0;
      if (isBetter)
        best[line] = { in: writing, score: share * Math.min(1, 0.3 + count / 10), likeness: context.likenessOf(writing), neighbours: 0, words: share };
    }
    for (const [at, isCovered] of covered.entries()) if (isCovered) explained[at] = true;
  }
  return best;
}
