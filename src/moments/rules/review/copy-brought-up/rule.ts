import { listReviewFindings, toFindingCandidate } from '../../../rule/list-review-findings.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'copy-brought-up',
    version: 1,
    kind: 'duplication',
    stage: 'nursery',
    worth: 2,
    concepts: ['one source of truth', 'is the reviewer right?'],
    activities: ['E3', 'E4', 'E5'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const brought of listReviewFindings(facts, ['duplication'])) yield toFindingCandidate(brought);
  },
};
