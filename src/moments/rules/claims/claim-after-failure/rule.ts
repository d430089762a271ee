import type { ClaimType, Run } from '../../../facts/facts.ts';
import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A linter's complaint does not contradict that the tests pass, nor that a bug is fixed. */
const speaksOf = (type: ClaimType, run: Run): boolean => (type === 'tests-pass' ? run.class === 'test' : type === 'clean' || run.class !== 'lint');

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
      const last = work.checks.findLast((run) => speaksOf(work.claim.type, run));
      if (last?.status !== 'failed') continue;
      const candidate = toClaimCandidate(work, 0.7, [{ place: last, quote: last.failure?.message ?? last.command }]);
      yield { ...candidate, sources: 2, params: { ...candidate.params, command: last.command } };
    }
  },
};
