import type { OtherCall, SessionFacts } from '../../../facts/facts.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Further apart the two are two tries at two things. */
const NEAR = 12;

const isFailedEdit = ({ type, outcome }: OtherCall): boolean => type === 'edit' && outcome === 'failed';

/** The second try stands on another ground when something was run or changed before it. */
const movedOn = (facts: SessionFacts, from: OtherCall, to: OtherCall): boolean =>
  listBetween(facts.runs, from, to).length > 0 || listBetween(facts.edits, from, to).length > 0;

export const rule: Rule = {
  meta: {
    id: 'edit-refused-twice',
    version: 1,
    kind: 'guess-loop',
    stage: 'nursery',
    worth: 1,
    concepts: ['read the error', 'look before the second try'],
    activities: ['E2', 'E6'],
  },
  *find(facts) {
    const failed = facts.otherCalls.filter((call) => isFailedEdit(call) && isOwn(facts, call));
    for (const [index, first] of failed.entries()) {
      const second = failed.slice(index + 1).find((call) => call.text === first.text && call.seq - first.seq <= NEAR);
      if (!second) continue;
      // Sent at the same time, the second knew nothing of the first.
      const said = listBetween(facts.replies, first, second)[0];
      if (second.line === first.line || movedOn(facts, first, second)) continue;
      yield {
        mark: { from: first, to: second },
        decision: { from: first, shape: 'edit' },
        hindsight: [{ place: second, quote: `${second.text} could not be changed again` }],
        evidence: [{ place: first, quote: first.text }, ...(said ? [{ place: said, quote: said.text }] : []), { place: second, quote: second.text }],
        confidence: 0.45,
        sources: 1,
        paths: [first.text],
        params: { file: first.text },
      };
      // One of a session shows the habit.
      return;
    }
  },
};
