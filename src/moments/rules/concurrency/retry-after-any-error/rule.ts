import { findRedBefore, toWordsAsked } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'retry-after-any-error',
    version: 1,
    kind: 'race-or-timing',
    stage: 'nursery',
    worth: 3,
    concepts: ['passing and lasting faults', 'idempotence'],
    activities: ['E4', 'E6'],
    cwe: [755],
    supersedes: ['error-silenced', 'fixed-wait'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'retry-loop', (_, { role }) => role !== 'test')) {
      const asked = /\bretr(?:y|ies)\b|back-?off/i.test(toWordsAsked(facts, found.edit));
      yield toCodeCandidate(facts, found, {
        confidence: asked ? 0.35 : 0.6,
        red: findRedBefore(facts, found.edit),
        words: /\bretr(?:y|ies)|\btransient|\bflak|\berrors?\b/i,
      });
    }
  },
};
