import type { HumanTurn } from '../../../facts/facts.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A request that only has the form of a question. */
const REQUEST = /^(?:(?:ok|okay|great|nice|cool|thanks|hmm|so|and|also|now)[,.!]?\s+)*(?:(?:can|could|would|will) (?:you|we)(?: please)?(?: also| now)? (?!tell|explain|be sure|show)\w+|please\b|shall we\b|let'?s\b)/i;
const DEEP = /\b(?:why|how (?:does|do|did|is|are|would|can|come)|what (?:happens|if|would|does|is the (?:difference|reason))|are you sure|is (?:it|this|that) (?:really|safe|a problem|possible|necessary)|shouldn'?t|wouldn'?t|isn'?t|doesn'?t|is there (?:a|any)|are there)\b/i;
const LEAST_WORDS = 4;

const isWorthAnswering = ({ own, acts, pasted }: HumanTurn): boolean =>
  acts.has('question') && !acts.has('correction') && pasted !== 'all' && !REQUEST.test(own.trim()) && own.split(/\s+/).length >= Math.min(LEAST_WORDS, DEEP.test(own) ? 3 : LEAST_WORDS);

export const rule: Rule = {
  meta: {
    id: 'human-question',
    version: 1,
    kind: 'human-question',
    stage: 'nursery',
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
