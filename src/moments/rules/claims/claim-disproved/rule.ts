import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'claim-disproved',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['what does this command prove?', 'trying what the user will do'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      // A refusal or a wish for something else says nothing about whether the claim held.
      if (work.objection?.acts.has('report')) yield toClaimCandidate(work, 0.45);
    }
  },
};
