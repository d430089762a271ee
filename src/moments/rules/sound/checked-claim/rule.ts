import type { EditFact, Run } from '../../../facts/facts.ts';
import { citeResult } from '../../../rule/cite-result.ts';
import { isGreen, isRed } from '../../../rule/is-check.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { listClaimedWork, type ClaimedWork } from '../../../rule/list-claimed-work.ts';
import { isTaken } from '../../../rule/is-taken.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const isFullTest = (run: Run): boolean => run.class === 'test' && run.scope === 'all' && isGreen(run);

/** The run that the claim needs: all tests; of a change that is said to be done, with one for it among them. */
function findProof({ claim, checks, testEdits }: ClaimedWork): Run | undefined {
  const full = checks.findLast(isFullTest);
  return claim.type === 'tests-pass' || (claim.type !== 'clean' && testEdits.length > 0) ? full : undefined;
}

const isAfter = (edits: readonly EditFact[], run: Run): boolean => edits.every(({ seq }) => seq < run.seq);

export const rule: Rule = {
  meta: {
    id: 'checked-claim',
    version: 3,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['evidence before a claim'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const work of listClaimedWork(facts)) {
      const { claim, words, asked, edits, checks } = work;
      const proof = findProof(work);
      const red = checks.some((run) => run.status === 'failed' && run.seq > (proof?.seq ?? 0));
      const ofTurn = listBetween(facts.edits, asked ?? { seq: -1, line: 0 }, claim).filter(({ role }) => role === 'product' || role === 'test');
      // Where nothing failed on the way there was nothing to judge.
      const failed = lastBefore(facts.runs, claim, (run) => run.turn === claim.turn && run.class === 'test' && isRed(run));
      if (!proof || red || !failed || !isTaken(facts, claim, ofTurn) || !isAfter(ofTurn, proof) || !isUncontested(facts, claim, ofTurn)) continue;
      const answer = firstAfter(facts.humanTurns, claim);
      const commit = firstAfter(facts.commits, claim);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: [
          ...(answer ? [{ place: answer, quote: answer.own || answer.text }] : []),
          ...(commit ? [citeResult(commit.run, `committed: ${commit.message}`)] : []),
        ],
        evidence: [{ place: failed, quote: failed.failure?.message ?? failed.command }, citeResult(proof, proof.command), { place: claim, quote: words }],
        confidence: 0.75,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { claim: words, command: proof.command },
      };
    }
  },
};
