import type { Message, OtherCall, SessionFacts } from '../../../facts/facts.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Further apart the two are two tries at two things. */
const NEAR = 12;

const isFailedEdit = ({ type, outcome }: OtherCall): boolean => type === 'edit' && outcome === 'failed';

/** Says how the file is, or why the edit did not fit. */
const EXPLAINS = /\b(?:uses?|is|are|has|have|was|were|must|needs?|contains?|because|due to|changed|differs?)\b/i;
const PLANS = /^(?:let me|let's|now(?:,| I['’]ll| let| I can)|next|I['’]ll|I will|I need|I can see the exact)\b/i;

interface Explanation {
  readonly said: Message;
  readonly sentence: string;
}

function findExplanation(facts: SessionFacts, from: OtherCall, to: OtherCall): Explanation | undefined {
  for (const said of listBetween(facts.replies, from, to).toReversed()) {
    const sentence = isOwn(facts, said) ? findSentence(said.text, (one) => EXPLAINS.test(one) && !PLANS.test(one)) : undefined;
    if (sentence !== undefined) return { said, sentence };
  }
  return undefined;
}

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
    concepts: ['read the error', 'compare before the second try'],
    activities: ['E2', 'E6'],
  },
  *find(facts) {
    const failed = facts.otherCalls.filter((call) => isFailedEdit(call) && isOwn(facts, call));
    for (const [index, first] of failed.entries()) {
      const second = failed.slice(index + 1).find((call) => call.text !== '' && call.text === first.text && call.seq - first.seq <= NEAR);
      const found = second && !movedOn(facts, first, second) ? findExplanation(facts, first, second) : undefined;
      if (!second || !found) continue;
      yield {
        mark: { from: found.said, to: second },
        decision: { from: found.said, shape: 'belief' },
        hindsight: [{ place: second, quote: `${second.text} could not be changed again` }],
        evidence: [
          { place: first, quote: first.text },
          { place: found.said, quote: found.sentence },
          { place: second, quote: second.text },
        ],
        confidence: 0.5,
        sources: 2,
        paths: [first.text],
        params: { sentence: found.sentence },
      };
      // One of a session shows the habit.
      return;
    }
  },
};
