import { findUndoing } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'test-focused',
    version: 1,
    kind: 'test-weakened',
    stage: 'nursery',
    worth: 2,
    concepts: ['what a green suite covers'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'test-focus')) {
      // Running one test alone while working on it is fine, as long as it does not stay.
      if (findUndoing(facts, found.edit, found.match)) continue;
      yield toCodeCandidate(facts, found, { confidence: 0.75, words: /\bonly\b|\bsuite\b|other tests/i });
    }
  },
};
