import { COSTLY, findCost, isCostly } from '../../../engine/code/findings/find-cost.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'unbounded-fan-out',
    version: 1,
    kind: 'performance',
    stage: 'nursery',
    worth: 2,
    concepts: ['back-pressure', 'how many at once?'],
    activities: ['E3', 'E10'],
    cwe: [770],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'unbounded-fan-out', (_, { role }) => role === 'product')) {
      const cost = findCost(facts, found.edit);
      // A few at once is what it is for; that there are too many, the session has to say.
      if (!isCostly(cost)) continue;
      yield toCodeCandidate(facts, found, {
        confidence: 0.45,
        worth: 3,
        ...(cost.told ? { told: cost.told } : {}),
        hindsight: cost.hindsight,
        words: COSTLY,
        params: { collection: found.match.captures.collection ?? '' },
      });
    }
  },
};
