import { toClaimCandidate } from '../../../rule/claim-candidate.ts';
import type { SessionFacts } from '../../../facts/facts.ts';
import { isTidiedAfter } from '../../../rule/claim-evidence.ts';
import { countNewCode } from '../../../rule/new-code.ts';
import { listClaimedWork, type ClaimedWork } from '../../../rule/list-claimed-work.ts';
import type { Rule } from '../../../rule/rule.ts';

/** The person may know why nothing is to be run. */
const TOLD_NOT_TO = /\b(?:don'?t|do not|no need to|without|skip)\s+(?:\w+\s+){0,3}(?:run|running|test|tests|testing|build|building|check|checking)\b/i;

/** "Done" over a few lines that decide nothing claims little more than that they were typed. */
const LEAST_NEW = 4;
function claimsBehaviour(facts: SessionFacts, { claim, edits, evidence: { stale, since } }: ClaimedWork): boolean {
  if (stale && since) return !isTidiedAfter(facts, stale, since) && countNewCode(edits.filter(({ seq }) => seq > stale.seq)).names > 0;
  const { lines, branches } = countNewCode(edits);
  return claim.type !== 'complete' || lines >= LEAST_NEW || branches > 0;
}

export const rule: Rule = {
  meta: {
    id: 'claim-without-run',
    version: 2,
    kind: 'claim-unverified',
    stage: 'nursery',
    worth: 3,
    concepts: ['evidence before a claim'],
    activities: ['E4', 'E5'],
    supersedes: ['claim-disproved', 'claim-beyond-tests'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const { shortfall, stale } = work.evidence;
      if ((shortfall !== 'nothing-ran' && shortfall !== 'stale') || !claimsBehaviour(facts, work)) continue;
      if (TOLD_NOT_TO.test(work.asked?.own ?? '')) continue;
      yield toClaimCandidate(work, 0.7, stale ? [{ place: stale, quote: stale.command }] : []);
    }
  },
};
