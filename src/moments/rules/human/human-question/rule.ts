import type { HumanTurn } from '../../../facts/facts.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { hasCounterReason } from '../../../rule/has-counter-reason.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A request or a proposal that only has the form of a question. */
const REQUEST =
  /\b(?:can|could|would|will) (?:you|we|i)\b(?! (?:\w+ )?(?:tell|explain|be sure|detect|know|see|trust|rely|assume))|\b(?:what do you think|do you think (?:you|we|it would)|makes? sense to|shall we|should we (?:also|just|now)|how about|what about)\b/i;
const DEEP =
  /\b(?:why|how (?:does|do|did|is|are|would|come)|what (?:happens|if|would happen|does|is the (?:difference|reason))|are you sure|is (?:it|this|that|there) (?:really|still|safe|a (?:problem|reason|risk)|possible|necessary|problematic)|(?:should|would|is|does|do|are)n'?t (?:it|this|that|the|we|they|there)|are there any|could (?:this|that|it))\b/i;
const LEAST_WORDS = 3;

const isWorthAnswering = ({ own, acts, pasted }: HumanTurn): boolean =>
  acts.has('question') &&
  !acts.has('correction') &&
  pasted === 'none' &&
  !REQUEST.test(own) &&
  !hasCounterReason(own) &&
  own.split(/\s+/).length >= LEAST_WORDS;

export const rule: Rule = {
  meta: {
    id: 'human-question',
    version: 1,
    kind: 'human-question',
    stage: 'stable',
    worth: 2,
    concepts: ['asking how it works'],
    activities: ['E2', 'E13'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isWorthAnswering(turn) || !isOwn(facts, turn)) continue;
      const judged = findJudged(facts, turn);
      // The question that opens a session is its task.
      if (!judged) continue;
      const reply = firstAfter(facts.replies, turn, (one) => isOwn(facts, one));
      yield {
        mark: { from: turn },
        decision: { from: judged.from, shape: judged.shape },
        hindsight: [{ place: turn, quote: turn.own }, ...(reply ? [{ place: reply, quote: reply.text }] : [])],
        evidence: [{ place: turn, quote: turn.own }],
        confidence: DEEP.test(turn.own) ? 0.65 : 0.4,
        sources: DEEP.test(turn.own) ? 2 : 1,
        params: { words: turn.own },
      };
    }
  },
};
