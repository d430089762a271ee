import { findRedAfter } from '../../../engine/code/findings/edit-story.ts';
import { toResult } from '../../../engine/code/findings/to-code-candidate.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'index-past-end',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 2,
    concepts: ['the last index is length minus one'],
    activities: ['E3', 'E4'],
    cwe: [193],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'off-by-one')) {
      const red = findRedAfter(facts, found.edit);
      yield toCodeCandidate(facts, found, {
        confidence: 0.6,
        words: /off.by.one|\bindex|\bbound|undefined/i,
        hindsight: red ? [{ place: toResult(red), quote: red.failure?.message ?? red.command }] : [],
        params: { bound: found.match.captures.bound ?? '' },
      });
    }
  },
};
