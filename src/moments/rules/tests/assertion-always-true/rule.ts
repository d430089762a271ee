import { findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'assertion-always-true',
    version: 1,
    kind: 'test-hollow',
    stage: 'nursery',
    worth: 3,
    concepts: ['a test that cannot fail'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'tautology', (_, { role }) => role === 'test'))
      yield toCodeCandidate(facts, found, {
        confidence: 0.8,
        red: findRedBefore(facts, found.edit),
        words: /\bassert|\bexpect|\btests?\b/i,
        params: { why: found.match.captures.why ?? '' },
      });
  },
};
