import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'effect-refires',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 2,
    concepts: ['when does this run again?', 'identity and value'],
    activities: ['E3', 'E6'],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'effect-deps')) {
      const { flag = '', collection = '' } = found.match.captures;
      yield toCodeCandidate(facts, found, {
        confidence: 0.55,
        words: /\beffect|\breset|\bdependenc|\bclears?\b|\bre-?render|\binfinite/i,
        params: { flag, collection },
      });
    }
  },
};
