import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'code-from-data',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 2,
    concepts: ['data that runs'],
    activities: ['E4', 'E7'],
    cwe: [94, 95, 502],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'code-execution', (_, { role }) => role === 'product'))
      yield toCodeCandidate(facts, found, {
        confidence: 0.5,
        words: /\beval|\bexec|\bpickle|\byaml|\bsecur|\binject/i,
        params: { how: found.match.captures.how ?? '' },
      });
  },
};
