import type { HumanTurn, SessionFacts } from '../../../facts/facts.ts';
import { asksWhetherSo } from '../../../facts/human/asks-to-understand.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { findReaction } from '../../../rule/find-reaction.ts';
import { isObjection } from '../../../rule/is-objection.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Says what they take to be so, or asks to have it confirmed; whoever asks openly holds no belief yet. */
const BELIEVES =
  /\bI (?:thought|think|guess|assume|suppose|believe|bet|would have expected|(?:a|wa)s under the impression)\b|\b(?:it|this|that|they|we|the \w+) (?:must|should|probably|surely|obviously|always|never|already|only|just)\b|\b(?:presumably|apparently|surely|obviously|as far as I know)\b|[,.]\s*(?:right|correct|no|yeah|isn'?t it|doesn'?t it|oder|non|verdad|né)\s*\?|\bich (?:dachte|glaube|nehme an)\b|\bje (?:pensais|crois)\b|\b(?:pensaba|creo) que\b|\b(?:achei|acho) que\b|我(?:以为|觉得)|と思(?:って|い)/i;
const LEAST_WORDS = 5;

/** Doubt in the form of a question is a belief that may be wrong. */
const DOUBTS = /\b(?:does|would|is|won|are|do|was)n'?t (?:it|that|this|there|they|we)\b/i;

const believes = (own: string): boolean => BELIEVES.test(own) || DOUBTS.test(own) || asksWhetherSo(own);

/** They did not come back to it: what the agent said against it stood. */
function isLetStand(facts: SessionFacts, turn: HumanTurn): boolean {
  const next = firstAfter(facts.humanTurns, turn);
  return next !== undefined && !isObjection(next);
}

export const rule: Rule = {
  meta: {
    id: 'belief-denied',
    version: 2,
    kind: 'human-misconception',
    stage: 'nursery',
    worth: 2,
    concepts: ['a belief put to the test'],
    activities: ['E6', 'E13'],
    // Who was told no, and let it stand, had not corrected anything.
    supersedes: ['human-question', 'human-correction'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn) || turn.pasted === 'all' || turn.acts.has('approval') || (turn.acts.has('correction') && !DOUBTS.test(turn.own))) continue;
      if (countWords(turn.own) < LEAST_WORDS || !believes(turn.own) || !findJudged(facts, turn)) continue;
      const found = findReaction(facts, turn);
      if (found?.reaction !== 'contradicts' || !isLetStand(facts, turn)) continue;
      yield {
        decision: { from: turn, shape: 'belief' },
        hindsight: [{ place: found.reply, quote: found.reply.text }],
        evidence: [
          { place: turn, quote: turn.own },
          { place: found.reply, quote: found.reply.text },
        ],
        confidence: 0.55,
        // What the person took to be so, and what the agent found.
        sources: 2,
        params: { words: turn.own },
      };
    }
  },
};
