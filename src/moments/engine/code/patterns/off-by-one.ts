import { BRACED, type CodeLanguage } from '../code-language.ts';
import type { CodePattern, CodeText, Found } from '../code-pattern.ts';
import { findInLines } from '../syntax.ts';

const languages: readonly CodeLanguage[] = ['ts', 'tsx', 'js', 'python', 'go', ...BRACED];
/** Python and Rust count by ranges; only where the bound is the length itself and the index is used on the same thing is it sure. */
const RANGE = /\bfor\s+(\w+)\s+in\s+(?:range\(\s*len\(([\w.]+)\)\s*\+\s*1\s*\)|0\s*\.\.=\s*([\w.]+)\.len\(\))/;
const LINES_AFTER = 6;

/** A loop from 0 that goes one past the last index: `i <= items.length`. */
export const offByOne: CodePattern = {
  id: 'off-by-one',
  languages,
  sides: 'added',
  prefilter: /<=|\.\.=|\+ ?1\)/,
  *find(code) {
    if (code.language === 'python' || code.language === 'rust') yield* findRanges(code);
    else yield* findCounted(code);
  },
};

const findCounted = findInLines(
  /\bfor\b\s*\(?(?:(?:final|unsigned|std::)\s*)?(?:let|var|int|long|size_t|auto|u?int\d+_t)?\s*(\w+)\s*:?=\s*0\s*;\s*\1\s*<=\s*(?:len\()?([\w.[\]]+(?:\.(?:length|size\(\)|Length|Count))|[\w.]+\))\s*;/,
  (match) => (/length|size|Length|Count|\)$/.test(match[2] ?? '') ? { index: match[1] ?? '', bound: match[2] ?? '' } : null),
);

function* findRanges(code: CodeText): Iterable<Found> {
  const masked = code.code();
  for (const index of code.changed) {
    const [, name = '', inPython, inRust] = RANGE.exec(masked[index] ?? '') ?? [];
    const bound = inPython ?? inRust;
    if (bound === undefined) continue;
    const body = masked.slice(index + 1, index + 1 + LINES_AFTER).join('\n');
    if (body.includes(`${bound}[${name}]`))
      yield { start: index, end: index, text: (code.lines[index] ?? '').trim(), captures: { index: name, bound: `${bound}'s length` } };
  }
}
