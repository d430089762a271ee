import { isGreen } from '../../../rule/is-check.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { listClaimedWork } from '../../../rule/list-claimed-work.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'checked-claim',
    version: 1,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['evidence before a claim'],
    activities: ['E4', 'E5'],
  },
  *find(facts) {
    for (const { claim, words, edits, testEdits, checks } of listClaimedWork(facts)) {
      const full = checks.findLast((run) => run.class === 'test' && run.scope === 'all' && isGreen(run));
      const red = checks.some((run) => run.status === 'failed' && run.seq > (full?.seq ?? 0));
      // The tests must reach the change, and what followed must bear it out.
      if (!full || red || testEdits.length === 0 || !isUncontested(facts, claim, edits)) continue;
      const answer = firstAfter(facts.humanTurns, claim);
      yield {
        decision: { from: claim, shape: 'claim' },
        hindsight: answer ? [{ place: answer, quote: answer.own || answer.text }] : [],
        evidence: [
          { place: full, quote: full.command },
          { place: claim, quote: words },
        ],
        confidence: 0.75,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { claim: words, command: full.command },
      };
    }
  },
};
