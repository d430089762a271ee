import { PROGRAM } from '../code-language.ts';
import type { CodePattern, Found } from '../code-pattern.ts';

const GUARD = /\w\?\.[\w([]|\?\?|\bif\s*\(\s*!\s*[\w.]+\s*\)|\bif\s+not\s+[\w.]+\s*:|\bis None\b|[!=]==?\s*(?:null|undefined|nil)\b/;

/** A guard against a missing value: rules care where it is put at the very line that crashed. */
export const nullGuard: CodePattern = {
  id: 'null-guard',
  languages: PROGRAM,
  sides: 'added',
  files: 'other',
  prefilter: /\?\.|\?\?|\bis None\b|[!=]==? ?null|[!=]= ?nil|\bif \(!|\bif not\b|undefined/,
  // Read as it stands: what matters is only whether the line that crashed is this one.
  *find(code): Iterable<Found> {
    for (const index of code.changed) {
      const line = code.lines[index] ?? '';
      const guard = GUARD.exec(line)?.[0];
      if (guard && !/^\s*(?:\/\/|#|\*)/.test(line)) yield { start: index, end: index, text: line.trim(), captures: { guard } };
    }
  },
};
