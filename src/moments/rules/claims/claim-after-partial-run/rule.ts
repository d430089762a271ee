import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'claim-after-partial-run',
    version: 2,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const last = work.evidence.runs.at(-1);
      if (work.evidence.shortfall !== 'part' || !last) continue;
      const candidate = toClaimCandidate(work, 0.65, [{ place: last, quote: last.command }]);
      yield { ...candidate, params: { ...candidate.params, command: last.command } };
    }
  },
};
