import { splitHumps, splitWords } from './split-words.ts';

/** Words that stand one after another; the last may be only the beginning of one. */
export interface Phrase {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

export interface ParsedQuery {
  /** One phrase of each group must be there. */
  readonly groups: readonly (readonly Phrase[])[];
  readonly without: readonly Phrase[];
}

/** More would only make the search slow: nobody types them. */
const MOST_TERMS = 16;
/** Beginnings shorter than this stand for too many words; they are taken as words. */
const LEAST_BEGINNING = 2;

const TERM = /(-?)(?:"([^"]*)("?)|([^\s"]+))(\*?)/g;

/**
 * What a person wrote: words, "exact phrases", -not, OR between two terms, begin*. Never fails: signs that mean nothing here
 * are left out, and a quote that is not closed ends with the text. Names of code are cut as the index cuts them.
 */
export function parseSearchQuery(text: string): ParsedQuery {
  const groups: Phrase[][] = [];
  const without: Phrase[] = [];
  let isAlternative = false;
  for (const [, minus, quoted, , bare = '', star] of [...text.matchAll(TERM)].slice(0, MOST_TERMS)) {
    if (bare === 'OR' && !minus) {
      isAlternative = groups.length > 0;
      continue;
    }
    const phrases = toPhrases(quoted ?? bare, star === '*' || bare.endsWith('*'));
    if (phrases.length === 0) continue;
    if (minus) without.push(...phrases);
    else if (isAlternative) groups.at(-1)?.push(...phrases);
    else groups.push(phrases);
    isAlternative = false;
  }
  return { groups, without };
}

/** A name in camelCase is also looked for by its parts: they may stand inside a longer one, or in snake_case. */
function toPhrases(term: string, isBeginning: boolean): Phrase[] {
  const spellings = [splitWords(term), splitHumps(term)].map((words) => words.map(({ folded }) => folded));
  return spellings.flatMap((words) => {
    const last = words.at(-1);
    return last === undefined ? [] : [{ words, isBeginning: isBeginning && last.length >= LEAST_BEGINNING }];
  });
}

/** In the language of FTS5. Only folded words stand in it, each phrase quoted, so that no input can be a syntax error. */
export function toMatchExpression({ groups, without }: ParsedQuery): string | null {
  if (groups.length === 0) return null;
  const wanted = groups.map((phrases) => `(${joinPhrases(phrases)})`).join(' AND ');
  return without.length === 0 ? wanted : `(${wanted}) NOT (${joinPhrases(without)})`;
}

const joinPhrases = (phrases: readonly Phrase[]): string =>
  phrases.map(({ words, isBeginning }) => `"${words.join(' ')}"${isBeginning ? '*' : ''}`).join(' OR ');
