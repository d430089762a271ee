/** Words as SQLite's unicode61 tokenizer cuts them (https://www.sqlite.org/fts5.html#unicode61_tokenizer), with where they stand. */
export interface Word {
  /** Lower case and without accents. */
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const HUMP = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+|\p{Lu}/gu;
const HAS_HUMPS = /.\p{Lu}/u;
const HAS_SMALL = /\p{Ll}|\p{N}/u;

/**
 * The same for ASCII. Expressions over all of Unicode take 20 ms to compile, and a search in a new process has 100: they are
 * for the words that need them. A run holds whole words; dashes, arrows, boxes and ticks, which agents print all the time, are in none.
 */
const RUN = /[A-Za-z0-9\u0080-\u200f\u203b-\u218f\u2460-\u24ff\u2776-\uffff]+/g;
const ASCII_HUMP = /[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+|[A-Z]/g;
const HAS_ASCII_HUMPS = /.[A-Z]/;
const HAS_ASCII_SMALL = /[a-z0-9]/;

// oxlint-disable-next-line no-control-regex -- all of ASCII
const IS_ASCII = /^[\0-\x7f]*$/;

const fold = (text: string): string => (IS_ASCII.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '')).toLowerCase();

interface Found {
  readonly word: string;
  readonly at: number;
}

function findWords(text: string): Found[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index: start }): Found | Found[] =>
    IS_ASCII.test(run) ? { word: run, at: start } : [...run.matchAll(WORD)].map(({ 0: word, index }) => ({ word, at: start + index })),
  );
}

export function splitWords(text: string): Word[] {
  return findWords(text).map(({ word, at }) => ({ folded: fold(word), from: at, to: at + word.length }));
}

/** The parts of names written in camelCase, in order: "get", "user" and "id" of "getUserId". Other words have none. */
export function splitHumps(text: string): Word[] {
  return findWords(text).flatMap(({ word, at }) => {
    const isAscii = IS_ASCII.test(word);
    if (!(isAscii ? HAS_ASCII_HUMPS : HAS_HUMPS).test(word) || !(isAscii ? HAS_ASCII_SMALL : HAS_SMALL).test(word)) return [];
    return [...word.matchAll(isAscii ? ASCII_HUMP : HUMP)].map(({ 0: hump, index }) => ({
      folded: fold(hump),
      from: at + index,
      to: at + index + hump.length,
    }));
  });
}
