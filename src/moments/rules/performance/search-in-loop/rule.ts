import { COSTLY, findCost, isCostly } from '../../../engine/code/findings/find-cost.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

const CONFIDENCE: Readonly<Record<string, number>> = { same: 0.5, growing: 0.4, other: 0.35 };

export const rule: Rule = {
  meta: {
    id: 'search-in-loop',
    version: 1,
    kind: 'performance',
    stage: 'nursery',
    worth: 2,
    concepts: ['how does the time grow?', 'an index instead of a search'],
    activities: ['E3', 'E4'],
    cwe: [407],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'search-in-loop', (_, { role }) => role === 'product')) {
      const { collection = '', way = '' } = found.match.captures;
      const cost = findCost(facts, found.edit);
      // Of another collection nothing says how long it is, unless the session does.
      if (way === 'other' && !isCostly(cost)) continue;
      yield toCodeCandidate(facts, found, {
        confidence: CONFIDENCE[way] ?? 0.35,
        ...(isCostly(cost) ? { worth: 3 } : {}),
        ...(cost.told ? { told: cost.told } : {}),
        hindsight: cost.hindsight,
        words: COSTLY,
        params: { collection },
      });
    }
  },
};
