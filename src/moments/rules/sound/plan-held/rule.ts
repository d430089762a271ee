import { citeResult } from '../../../rule/cite-result.ts';
import { isCheck, isGreen } from '../../../rule/is-check.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { isUncontested } from '../../../rule/is-uncontested.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

export const rule: Rule = {
  meta: {
    id: 'plan-held',
    version: 2,
    kind: 'good-practice',
    stage: 'nursery',
    worth: 2,
    concepts: ['agree on the way before the work'],
    activities: ['E1', 'E2'],
  },
  *find(facts) {
    for (const plan of facts.plans) {
      if (plan.answer !== 'approved' || !isOwn(facts, plan)) continue;
      const next = firstAfter(facts.plans, plan) ?? { seq: Infinity, line: 0 };
      const answer = firstAfter(facts.humanTurns, plan, ({ seq }) => facts.edits.some((edit) => edit.seq > plan.seq && edit.seq < seq)) ?? next;
      const edits = listBetween(facts.edits, plan, answer);
      const last = edits.at(-1);
      const green = last && listBetween(facts.runs, last, answer).findLast((run) => isCheck(run) && isGreen(run));
      if (!last || !green || edits.length < 2 || !isUncontested(facts, green, edits)) continue;
      yield {
        decision: { from: plan, shape: 'plan' },
        hindsight: [{ place: last, quote: `${edits.length} edits, the last of ${last.shownPath}` }, citeResult(green, `${green.command} passes`)],
        evidence: [{ place: plan, quote: plan.text }],
        confidence: 0.6,
        sources: 2,
        paths: [...new Set(edits.map(({ path }) => path))],
        params: { edits: String(edits.length) },
      };
    }
  },
};
