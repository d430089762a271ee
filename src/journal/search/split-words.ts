/** Words as SQLite's unicode61 tokenizer cuts them (https://www.sqlite.org/fts5.html#unicode61_tokenizer), with where they stand. */
export interface Word {
  /** Lower case and without accents. */
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
const HUMP = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+|\p{Lu}/gu;

// oxlint-disable-next-line no-control-regex -- all of ASCII, which is most of what there is and needs no tables
const IS_ASCII = /^[\0-\x7f]*$/;

const fold = (text: string): string => (IS_ASCII.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '')).toLowerCase();

export function splitWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ folded: fold(word), from: index, to: index + word.length }));
}

/** The parts of names written in camelCase, in order: "get", "user" and "id" of "getUserId". Other words have none. */
export function splitHumps(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!/.\p{Lu}/u.test(word) || !/\p{Ll}|\p{N}/u.test(word)) return [];
    return [...word.matchAll(HUMP)].map(({ 0: hump, index: at }) => ({ folded: fold(hump), from: index + at, to: index + at + hump.length }));
  });
}
