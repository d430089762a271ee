import { isCheck } from '../../../rule/is-check.ts';
import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'claim-after-failure',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['reading results', 'evidence before a claim'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-without-run', 'claim-after-partial-run', 'claim-beyond-tests', 'claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const last = work.evidence.runs.findLast((run) => isCheck(run) && run.status === 'failed');
      if (work.evidence.shortfall !== 'failed' || !last) continue;
      const candidate = toClaimCandidate(work, 0.7, [{ place: last, quote: last.failure?.message ?? last.command }]);
      yield { ...candidate, sources: 2, params: { ...candidate.params, command: last.command } };
    }
  },
};
