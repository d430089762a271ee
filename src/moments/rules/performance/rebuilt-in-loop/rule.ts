import { COSTLY, findCost, isCostly } from '../../../engine/code/findings/find-cost.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'rebuilt-in-loop',
    version: 1,
    kind: 'performance',
    stage: 'nursery',
    worth: 2,
    concepts: ['how does the time grow?', 'build once, at the end'],
    activities: ['E3', 'E4'],
    cwe: [407],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'rebuilt-in-loop', (_, { role }) => role === 'product')) {
      const cost = findCost(facts, found.edit);
      yield toCodeCandidate(facts, found, {
        confidence: 0.4,
        worth: isCostly(cost) ? 3 : 1,
        ...(cost.told ? { told: cost.told } : {}),
        hindsight: cost.hindsight,
        words: COSTLY,
        params: { target: found.match.captures.target ?? '' },
      });
    }
  },
};
