import { listReviewFindings, toFindingCandidate } from '../../../rule/list-review-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'case-brought-up',
    version: 1,
    kind: 'edge-case',
    stage: 'nursery',
    worth: 2,
    concepts: ['which case was not thought of?', 'is the reviewer right?'],
    activities: ['E3', 'E4', 'E5'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const brought of listReviewFindings(facts, ['edge-case', 'error-swallowed', 'leftover', 'security'])) yield toFindingCandidate(brought);
  },
};
