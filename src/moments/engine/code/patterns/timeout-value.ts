import { BRACED, CONFIG, SCRIPT, type CodeLanguage } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';
import { findInLines } from '../syntax.ts';

const languages: readonly CodeLanguage[] = [...SCRIPT, 'python', 'go', ...BRACED, ...CONFIG, 'shell'];
const NAMED_TIMEOUT =
  /\b([\w.]*[tT]ime_?[oO]ut\w*|[A-Z_]*TIMEOUT[A-Z_]*)["']?\s*(?:=|:|\(|:=)\s*(-?\d[\d_.]*(?:\s*\*\s*[\d_]+)*)\s*(?:\*\s*time\.(\w+)|(ms|s|m)\b)?/;
const GO_DEADLINE = /\b(WithTimeout|WithDeadline|After|NewTimer)\([^,]*?,?\s*(\d+)\s*\*\s*time\.(\w+)/;

/** A named time limit with its number, on both sides, so that rules can see it grow. `value` has its unit as written. */
export const timeoutValue: CodePattern = {
  id: 'timeout-value',
  languages,
  sides: 'both',
  prefilter: /[tT]ime_?[oO]ut|TIMEOUT|WithDeadline|time\.After/,
  *find(code) {
    yield* findInLines(NAMED_TIMEOUT, (match) => ({ name: match[1] ?? '', value: toValue(match[2]), unit: match[3] ?? match[4] ?? '' }))(code);
    if (code.language === 'go') yield* findInLines(GO_DEADLINE, (match) => ({ name: match[1] ?? '', value: toValue(match[2]), unit: match[3] ?? '' }))(code);
  },
};

/** The product of a written number such as `60 * 1000`. */
function toValue(written: string | undefined): string {
  const factors = (written ?? '').replaceAll('_', '').split('*').map(Number);
  return String(factors.reduce((product, factor) => product * factor, 1));
}
