import { hashText, toLineKey, weighKey } from '../text/line-key.ts';
import type { Writing } from '../writings/writing.ts';
import { nameOf } from './compare-paths.ts';

/** A writing with the session it stands in. */
export interface SourcedWriting extends Writing {
  readonly session: string;
}

/** A line of a file, prepared once. Empty lines have the hash 0. */
export interface KeyedLine {
  readonly text: string;
  readonly hash: number;
  readonly weight: number;
}

export interface IndexedWriting {
  readonly writing: SourcedWriting;
  readonly lines: readonly KeyedLine[];
}

export interface Posting {
  readonly in: IndexedWriting;
  readonly at: number;
}

export interface WritingIndex {
  /** Where a line was written; at most a bounded number of places. */
  readonly find: (hash: number) => readonly Posting[];
  /** In how many places a line was written, counted up to the bound. */
  readonly count: (hash: number) => number;
  readonly listByName: (name: string) => readonly IndexedWriting[];
}

/** A line written in more places than this says nothing of any of them: it only counts beside its neighbours. */
const MOST_POSTINGS = 400;

export function toKeyedLine(text: string): KeyedLine {
  const key = toLineKey(text);
  return key === '' ? { text, hash: 0, weight: 0 } : { text, hash: hashText(key), weight: weighKey(key) };
}

/** Finds writings by line and by file name; time and memory grow with the number of lines. */
export function createWritingIndex(writings: Iterable<SourcedWriting>): WritingIndex {
  const postings = new Map<number, Posting[]>();
  const byName = new Map<string, IndexedWriting[]>();
  for (const writing of writings) {
    const indexed: IndexedWriting = { writing, lines: writing.lines.map(toKeyedLine) };
    for (const [at, { hash }] of indexed.lines.entries()) {
      if (hash === 0) continue;
      const known = postings.get(hash);
      if (!known) postings.set(hash, [{ in: indexed, at }]);
      else if (known.length < MOST_POSTINGS) known.push({ in: indexed, at });
    }
    for (const name of new Set(writing.paths.map(nameOf))) {
      const known = byName.get(name);
      if (known) known.push(indexed);
      else byName.set(name, [indexed]);
    }
  }
  return {
    find: (hash) => postings.get(hash) ?? [],
    count: (hash) => postings.get(hash)?.length ?? 0,
    listByName: (name) => byName.get(name) ?? [],
  };
}
