import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Below this a change is often too small for a test of its own. */
const LEAST_LINES = 4;

export const rule: Rule = {
  meta: {
    id: 'claim-beyond-tests',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['what does this command prove?', 'scope of evidence'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-disproved'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const added = work.edits.reduce((sum, edit) => sum + edit.addedCount, 0);
      const passed = work.checks.findLast((run) => run.status === 'passed');
      if (!passed || work.testEdits.length > 0 || work.tries.length > 0 || added < LEAST_LINES) continue;
      if (work.checks.at(-1)?.status === 'failed') continue;
      yield toClaimCandidate(work, 0.6, [{ place: passed, quote: passed.command }]);
    }
  },
};
