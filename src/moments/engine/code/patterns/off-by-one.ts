import { BRACED, type CodeLanguage } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';
import { findInLines } from '../syntax.ts';

const languages: readonly CodeLanguage[] = ['ts', 'tsx', 'js', 'go', ...BRACED];

/** A loop from 0 that goes one past the last index: `i <= items.length`. */
export const offByOne: CodePattern = {
  id: 'off-by-one',
  languages,
  sides: 'added',
  prefilter: /<=/,
  find: findInLines(
    /\bfor\b\s*\(?(?:let|var|int|size_t|auto)?\s*(\w+)\s*:?=\s*0\s*;\s*\1\s*<=\s*(?:len\()?([\w.[\]]+(?:\.(?:length|size\(\)|Length|Count))|[\w.]+\))\s*;/,
    (match) => (/length|size|Length|Count|\)$/.test(match[2] ?? '') ? { index: match[1] ?? '', bound: match[2] ?? '' } : null),
  ),
};
