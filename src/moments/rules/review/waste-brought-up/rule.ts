import { listReviewFindings, toFindingCandidate } from '../../../rule/list-review-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'waste-brought-up',
    version: 1,
    kind: 'performance',
    stage: 'nursery',
    worth: 2,
    concepts: ['cost that grows with the data', 'is the reviewer right?'],
    activities: ['E3', 'E4', 'E5'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const brought of listReviewFindings(facts, ['performance'])) yield toFindingCandidate(brought);
  },
};
