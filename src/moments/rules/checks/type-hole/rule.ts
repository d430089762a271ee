import { findRedBefore } from '../../../engine/code/findings/edit-story.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'type-hole',
    version: 1,
    kind: 'suppression',
    stage: 'nursery',
    worth: 2,
    concepts: ['what the type error said', 'a cast is a claim'],
    activities: ['E4', 'E5'],
    cwe: [704],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'type-hole', (_, { role }) => role === 'product')) {
      const red = findRedBefore(facts, found.edit, ({ class: kind }) => kind === 'type-check' || kind === 'build' || kind === 'lint');
      const { way = '' } = found.match.captures;
      yield toCodeCandidate(facts, found, { confidence: way === 'as any' ? 0.45 : 0.35, red, words: /\bany\b|\bcast|\btypes?\b/i, params: { way } });
    }
  },
};
