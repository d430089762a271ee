import type { Run } from '../../../facts/facts.ts';
import { isCheck } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const neverRan = (run: Run): boolean => isCheck(run) && (run.status === 'refused' || run.status === 'interrupted');

export const rule: Rule = {
  meta: {
    id: 'verification-refused',
    version: 1,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 2,
    concepts: ['unverified is not verified'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-without-run', 'claim-disproved', 'claim-beyond-tests'],
  },
  *find(facts) {
    for (const run of facts.runs.filter((each) => neverRan(each) && isOwn(facts, each))) {
      const work = listClaimedWork(facts).find(({ claim }) => claim.seq > run.seq);
      if (!work || work.lastEdit.seq > run.seq) continue;
      const ranAfter = listBetween(facts.runs, run, work.claim).some((later) => isCheck(later) && !neverRan(later));
      if (ranAfter) continue;
      const answer = firstAfter(facts.humanTurns, work.claim);
      yield {
        decision: { from: work.claim, shape: 'claim' },
        hindsight: answer ? [{ place: answer, quote: answer.own || answer.text }] : [],
        evidence: [
          { place: work.claim, quote: work.claim.sentence },
          { place: run, quote: `${run.command} (${run.status})` },
        ],
        confidence: 0.6,
        sources: 2,
        paths: work.edits.map(({ path }) => path),
        params: { claim: work.claim.sentence, command: run.command },
      };
    }
  },
};
