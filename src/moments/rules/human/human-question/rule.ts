import type { HumanTurn, SessionFacts } from '../../../facts/facts.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { findReaction } from '../../../rule/find-reaction.ts';
import { hasCounterReason } from '../../../rule/has-counter-reason.ts';
import { isOwn } from '../../../rule/is-own.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A request or a proposal that only has the form of a question. */
const REQUEST =
  /\b(?:can|could|would|will) (?:you|we|i)\b(?! (?:\w+ )?(?:tell|explain|be sure|detect|know|see|trust|rely|assume))|\b(?:what do you think|do you think (?:you|we|it would)|makes? sense to|shall we|should we (?:also|just|now)|how about|what about|any way to)\b|^(?:make|add|put|move|remove|rename|show|use|change|update|fix|set|create|maybe|need|let'?s)\b/i;
/** Asks where the work stands or where a thing is to be found: the answer is looked up, not thought out. */
const LOOKS_UP =
  /\b(?:(?:what(?:'s| is) the|any) (?:\w+ )?status|status (?:of|update|report)|ready to (?:merge|commit|push|ship)|where (?:do we|are we|is it up)|(?:did|have) (?:we|you) (?:push|commit|merge|run|finish|update)\w*|are (?:we|you) done|is (?:it|this|that) (?:done|finished|pushed|merged|committed|ready))\b|^(?:so )?(?:which|what|where)(?:'s| is| are| was| were| did)? (?:the |this |that |my )?[\w-]+(?: [\w-]+)?\s*\?$/i;
/** Asks for a reason, a mechanism, a consequence, or doubts what was said. */
const DEEP =
  /\b(?:why|how (?:does|did|is|are|would|come)|what (?:happens|if|would happen|(?:is|are) the (?:difference|reason|pros|trade-?offs?|downsides?|risks?|implications?))|are you sure|is (?:it|this|that|there) (?:really|still|safe|a (?:problem|reason|risk)|problematic|necessary)|are there any (?:problems?|risks?|issues?|downsides?|reasons?)|(?:should|would|is|does|do|are|could|has|have)n'?t (?:it|this|that|the|we|they|there|you)|could (?:this|that|it) (?:be|have|cause|break|happen|lead)|(?:explain|tell me) (?:how|why|what)|(?:don'?t|do not) (?:understand|get|see) (?:why|how))\b|\bwarum\b|\bwieso\b|\bpourquoi\b|\bpor qué\b|\bpor que\b|为什么|怎么会|会不会|なぜ|どうして/i;
/** Says what they take to be so, and asks whether it is. */
const CHECKS_BELIEF =
  /(?:[,.]|\b(?:is|are|does|do|it|that))\s*(?:right|correct|no|yeah|hey|isn'?t it|doesn'?t it|oder|nicht wahr|non|n'est-ce pas|verdad|né)\s*\?|\b(?:it|that|this|we|they|you) (?:\w+ )?(?:would|could|should|does|do|is|are|was|did|can)n'?t\b[^.!?]*\?/i;
const LEAST_WORDS = 3;

const asks = ({ own, acts }: HumanTurn): boolean =>
  acts.has('question') && !acts.has('correction') && countWords(own) >= LEAST_WORDS && !REQUEST.test(own) && !LOOKS_UP.test(own) && !hasCounterReason(own);

/** How many things say that the question opens something: its words, the agent's answer, that the work was stopped to ask it. */
function countSigns(facts: SessionFacts, turn: HumanTurn): number {
  const reaction = findReaction(facts, turn)?.reaction;
  return [DEEP.test(turn.own), CHECKS_BELIEF.test(turn.own), reaction != null, turn.explicit !== undefined].filter(Boolean).length;
}

export const rule: Rule = {
  meta: {
    id: 'human-question',
    version: 2,
    kind: 'human-question',
    stage: 'stable',
    worth: 2,
    concepts: ['asking how it works'],
    activities: ['E2', 'E13'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!asks(turn) || !isOwn(facts, turn)) continue;
      const signs = countSigns(facts, turn);
      if (signs < (turn.pasted === 'none' ? 1 : 2)) continue;
      const judged = findJudged(facts, turn);
      // The question that opens a session is its task.
      if (!judged) continue;
      const reply = findReaction(facts, turn)?.reply;
      yield {
        mark: { from: turn },
        decision: { from: judged.from, shape: judged.shape },
        hindsight: [{ place: turn, quote: turn.own }, ...(reply ? [{ place: reply, quote: reply.text }] : [])],
        evidence: [{ place: turn, quote: turn.own }],
        confidence: signs > 1 ? 0.7 : 0.5,
        sources: signs > 1 ? 2 : 1,
        params: { words: turn.own },
      };
    }
  },
};
