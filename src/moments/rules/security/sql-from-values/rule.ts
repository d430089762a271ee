import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'sql-from-values',
    version: 1,
    kind: 'security',
    stage: 'nursery',
    worth: 3,
    concepts: ['where does this value come from?', 'parameters, not text'],
    activities: ['E4', 'E7'],
    cwe: [89],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'sql-by-string', (_, { role }) => role !== 'test'))
      yield toCodeCandidate(facts, found, { confidence: 0.6, words: /\bSQL|\binject|\bquery|\bparameter|\bsecur/i });
  },
};
