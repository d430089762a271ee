import { PROGRAM } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';
import { findInLines } from '../syntax.ts';

/** A guard against a missing value: rules care where it is put at the very line that crashed. */
export const nullGuard: CodePattern = {
  id: 'null-guard',
  languages: PROGRAM,
  sides: 'added',
  prefilter: /\?\.|\?\?|\bis None\b|[!=]==? ?null|[!=]= ?nil|\bif \(!|\bif not\b|undefined/,
  find: findInLines(/\w\?\.[\w([]|\?\?|\bif\s*\(\s*!\s*[\w.]+\s*\)|\bif\s+not\s+[\w.]+\s*:|\bis None\b|[!=]==?\s*(?:null|undefined|nil)\b/, (match) => ({
    guard: match[0],
  })),
};
