import type { ParsedQuery, Phrase } from './parse-search-query.ts';
import { splitHumps, splitWords, type Word } from './split-words.ts';

export interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Where in a text the wanted phrases stand, in order and without overlaps. */
export function findMarks(text: string, { groups }: ParsedQuery): Mark[] {
  const lists = [splitWords(text), splitHumps(text)];
  const found = groups.flat().flatMap((phrase) => lists.flatMap((words) => findPhrase(words, phrase)));
  const marks: Mark[] = [];
  for (const mark of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = marks.at(-1);
    if (last && mark.from < last.to) marks[marks.length - 1] = { from: last.from, to: Math.max(last.to, mark.to) };
    else marks.push(mark);
  }
  return marks;
}

function findPhrase(words: readonly Word[], { words: wanted, isBeginning }: Phrase): Mark[] {
  const marks: Mark[] = [];
  const fits = (at: number): boolean =>
    wanted.every((want, offset) => {
      const word = words[at + offset]?.folded;
      return isBeginning && offset === wanted.length - 1 ? word?.startsWith(want) : word === want;
    });
  for (const [at, { from }] of words.entries()) {
    const end = words[at + wanted.length - 1];
    if (end && fits(at)) marks.push({ from, to: end.to });
  }
  return marks;
}

export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const LENGTH = 200;
const LEAD = 50;

/** The piece of a text where most of the words stand together, on one line. */
export function toSnippet(text: string, query: ParsedQuery): Snippet {
  const marks = findMarks(text, query);
  const start = findBestStart(text, marks);
  const end = start + LENGTH >= text.length ? text.length : backToSpace(text, start + LENGTH);
  return {
    text: text.slice(start, end).replaceAll(/\s/g, ' '),
    marks: marks.filter(({ from, to }) => from >= start && to <= end).map(({ from, to }) => ({ from: from - start, to: to - start })),
    cutBefore: text.slice(0, start).trim() !== '',
    cutAfter: text.slice(end).trim() !== '',
  };
}

function findBestStart(text: string, marks: readonly Mark[]): number {
  let best = { from: 0, count: 0 };
  for (const { from } of marks) {
    const count = marks.filter((mark) => mark.from >= from && mark.to <= from + LENGTH - LEAD).length;
    if (count > best.count) best = { from, count };
    // One window further on cannot hold more than a text full of them.
    if (count > 8) break;
  }
  if (best.from <= LEAD) return 0;
  // From the beginning of its own line where that is near: a line of code or output reads best whole.
  const line = text.lastIndexOf('\n', best.from) + 1;
  return best.from - line <= LEAD ? line : forwardToSpace(text, best.from - LEAD, best.from);
}

function forwardToSpace(text: string, at: number, most: number): number {
  const space = text.slice(at, most).search(/\s/);
  return space === -1 ? notInsidePair(text, at) : at + space + 1;
}

function backToSpace(text: string, at: number): number {
  const space = text.slice(at - LEAD, at).search(/\s\S*$/);
  return space === -1 ? notInsidePair(text, at) : at - LEAD + space;
}

/** Half of a surrogate pair is no character. */
const notInsidePair = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);
