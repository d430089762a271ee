import { baseName, findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** How far from the reported line a guard still stands at it. */
const NEAR = 3;
const MISSING_VALUE = /undefined|null|None|nil|NoneType|NullPointer|NullReference|not an? object|has no attribute|is not iterable/i;

export const rule: Rule = {
  meta: {
    id: 'guard-at-crash',
    version: 1,
    kind: 'error-swallowed',
    stage: 'nursery',
    worth: 3,
    concepts: ['where did the missing value come from?', 'symptom and cause'],
    activities: ['E4', 'E6'],
    cwe: [476],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'null-guard', (_, { role }) => role === 'product')) {
      const { edit, match } = found;
      const red = findRedBefore(facts, edit, ({ status }) => status === 'failed');
      if (!red?.failure || !MISSING_VALUE.test(red.failure.message)) continue;
      const crash = red.failure.locations.find(({ path, line }) => baseName(path) === baseName(edit.path) && Math.abs(line - match.line) <= NEAR);
      if (crash)
        yield toCodeCandidate(facts, found, {
          confidence: 0.5,
          red,
          words: /\bnull|\bundefined|\bNone\b|\bguard|\bmissing|\broot cause/i,
          params: { line: String(crash.line) },
        });
    }
  },
};
