import { COSTLY, findCost, isCostly } from '../../../engine/code/findings/find-cost.ts';
import { listFindings } from '../../../engine/code/findings/list-findings.ts';
import { toCodeCandidate } from '../../../engine/code/findings/to-code-candidate.ts';
import type { Rule } from '../../../rule/rule.ts';

/** What is run once, by hand, may take its time. */
const BY_HAND = /(?:^|\/)(?:scripts?|tools?|migrations?|seeds?|examples?|benchmarks?)\//;
const CONFIDENCE: Readonly<Record<string, number>> = { same: 0.5, query: 0.45 };
const WHAT: Readonly<Record<string, string>> = {
  same: 'reads the same thing again for every element',
  query: 'asks the database once for every element',
  request: 'waits for a request for every element',
  process: 'starts a program for every element',
};

export const rule: Rule = {
  meta: {
    id: 'io-in-loop',
    version: 1,
    kind: 'performance',
    stage: 'nursery',
    worth: 2,
    concepts: ['one round trip for many', 'what is slow, and how often?'],
    activities: ['E3', 'E4', 'E8'],
    cwe: [1050, 1073],
  },
  *find(facts) {
    for (const found of listFindings(facts, 'io-in-loop', (_, { role, shownPath }) => role === 'product' && !BY_HAND.test(shownPath))) {
      const { callee = '', way = '' } = found.match.captures;
      const cost = findCost(facts, found.edit);
      const confidence = CONFIDENCE[way];
      // One request or process for each may be the only way; that it is too slow, the session has to say.
      if (confidence === undefined && !isCostly(cost)) continue;
      yield toCodeCandidate(facts, found, {
        confidence: confidence ?? 0.35,
        ...(isCostly(cost) ? { worth: 3 } : {}),
        ...(cost.told ? { told: cost.told } : {}),
        hindsight: cost.hindsight,
        words: COSTLY,
        params: { callee, what: WHAT[way] ?? '' },
      });
    }
  },
};
