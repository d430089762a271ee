/** Finds for each added line of a file the writing that says the same, by whole lines and their neighbours. */
import type { FileChange } from '../../model/commit.ts';
import type { PathLikeness } from './compare-paths.ts';
import { toKeyedLine, type IndexedWriting, type KeyedLine, type WritingIndex } from './writing-index.ts';

export interface AddedLine extends KeyedLine {
  readonly number: number;
  /** Index of its hunk in the file. */
  readonly hunk: number;
}

/** A writing that may be where a line comes from. `score` orders candidates; 1 is one telling line at the same path. */
export interface Candidate {
  readonly in: IndexedWriting;
  readonly score: number;
  readonly likeness: PathLikeness;
  readonly neighbours: number;
  /** Share of the line's words found where it was not found whole. */
  readonly words?: number;
}

export interface MatchContext {
  readonly index: WritingIndex;
  readonly likenessOf: (writing: IndexedWriting) => PathLikeness;
  /** Whether the writing can have happened before the commit. */
  readonly isInTime: (writing: IndexedWriting) => boolean;
}

/** How much less a line proves where the path differs. */
const PATH_FACTOR: Readonly<Record<PathLikeness, number>> = { same: 1, like: 0.7, other: 0.3 };
const NEIGHBOUR_FACTOR = 0.6;
/** Neighbours looked at on each side. */
const REACH = 8;
/** Least score at which a line counts as found. A short line alone at the same path reaches it when it is rare. */
export const LEAST_SCORE = 0.22;
const MOST_CANDIDATES = 12;

export function listAddedLines({ hunks }: FileChange): AddedLine[] {
  return hunks.flatMap(({ start, added }, hunk) => added.map((text, offset) => ({ ...toKeyedLine(text), number: start + offset, hunk })));
}

/** Candidates of every line, best first. */
export function matchLines(lines: readonly AddedLine[], context: MatchContext): Candidate[][] {
  const { index } = context;
  const weights = lines.map(({ hash, weight }) => weight / (1 + 0.25 * Math.log2(Math.max(1, index.count(hash)))));
  return lines.map((line, at) => {
    if (line.hash === 0) return [];
    const best = new Map<IndexedWriting, Candidate>();
    for (const posting of index.find(line.hash)) {
      if (!context.isInTime(posting.in)) continue;
      const likeness = context.likenessOf(posting.in);
      const around = weighNeighbours(lines, at, posting.in.lines, posting.at, weights);
      const score = ((weights[at] ?? 0) + NEIGHBOUR_FACTOR * around.weight) * PATH_FACTOR[likeness];
      if (score < LEAST_SCORE || (best.get(posting.in)?.score ?? 0) >= score) continue;
      best.set(posting.in, { in: posting.in, score, likeness, neighbours: around.count });
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST_CANDIDATES);
  });
}

/** Lines next to both that agree, empty ones skipped, until two in a row do not. */
function weighNeighbours(
  added: readonly AddedLine[],
  at: number,
  written: readonly KeyedLine[],
  place: number,
  weights: readonly number[],
): { weight: number; count: number } {
  let weight = 0;
  let count = 0;
  for (const step of [-1, 1]) {
    let one = at;
    let other = place;
    for (let misses = 0, steps = 0; misses < 2 && steps < REACH; steps += 1) {
      one = nextFull(added, one, step);
      other = nextFull(written, other, step);
      const here = added[one];
      const there = written[other];
      if (!here || !there || here.hunk !== added[at]?.hunk) break;
      if (here.hash === there.hash) {
        weight += weights[one] ?? 0;
        count += 1;
        misses = 0;
      } else misses += 1;
    }
  }
  return { weight, count };
}

function nextFull(lines: readonly { hash: number }[], from: number, step: number): number {
  let at = from + step;
  while (lines[at]?.hash === 0) at += step;
  return at;
}
