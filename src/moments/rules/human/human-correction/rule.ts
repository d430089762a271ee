import { countWords } from '../../../facts/human/count-words.ts';
import type { HumanTurn } from '../../../facts/facts.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { findReaction } from '../../../rule/find-reaction.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { hasCounterReason } from '../../../rule/has-counter-reason.ts';
import { isOwn } from '../../../rule/is-own.ts';
import type { Rule } from '../../../rule/rule.ts';

/** A correction worth keeping says something: what is wrong, or why, or what instead. */
const LEAST_WORDS = 5;
/** Without a clear no, the message has to carry a reason of its own. */
const LEAST_REASONED_WORDS = 8;

/** Opens a further wish rather than an objection. */
const ADDS = /^(?:also|now|next|then|another|one more|and (?:also|now|then)|can you also)\b/i;

/** Opens an agreement, or a task of its own: what reason follows is a reason for it. */
const AGREES =
  /^(?:(?:ok(?:ay)?|yes|yep|yeah|sure|great|perfect|cool|nice|agreed|makes sense|sounds good|alright|fine)\b(?!.*\b(?:but|however|instead|not|rather|except)\b)|(?:please|can you|could you|would you|spawn|continue|implement|create|add|run|check|publish|commit)\b)/is;
/** Of a longer message only its beginning answers; the rest is specification, and weighs many things. */
const ANSWERING_LETTERS = 700;
const WISHES_MORE = /\b(?:should|must|needs? to|let'?s)\b[^.!?\n]*\balso\b|\balso (?:update|add|have|include|show|need)\b/i;
/** A wish put politely: what it would rather have is a wish too. */
const WISHES = /^(?:(?:so|and|ok(?:ay)?|hey|hi|now)[,]? )*(?:can|could|would|will) (?:you|we|i)\b/i;
/** Tells what goes on elsewhere, and that the work may go on. */
const GOES_ON = /\b(?:please )?(?:continue|go on|carry on|proceed|resume|keep going)\b/i;
/** Takes their own message back. */
const WITHDRAWS =
  /\bwrong (?:chat|window|tab|terminal|session)\b|\b(?:ignore|forget|disregard) (?:my|that|the|this) last (?:message|one)\b|\bignore last message\b/i;
const ASKS_ONLY = /^(?:why|how|what|where|when|which|who|is|are|was|were|do|does|did|has|have|would)\b[^.!]*\?$/is;

/** Not seen: a task given, an approval, a pasted log. */
function isCorrection(turn: HumanTurn): boolean {
  const words = countWords(turn.own);
  if (turn.acts.has('correction')) return words >= LEAST_WORDS;
  if (turn.explicit === 'interrupt')
    return words >= LEAST_REASONED_WORDS && !GOES_ON.test(turn.own) && (hasCounterReason(turn.own) || !turn.own.trim().endsWith('?'));
  if (words < (turn.explicit ? LEAST_WORDS : LEAST_REASONED_WORDS) || turn.acts.has('approval')) return false;
  return turn.explicit ? hasCounterReason(turn.own) : !AGREES.test(turn.own) && hasCounterReason(findAnswer(turn.own));
}

const findAnswer = (own: string): string =>
  listSentences(own.slice(0, ANSWERING_LETTERS))
    .filter((sentence) => !WISHES_MORE.test(sentence))
    .join('\n');

function toConfidence({ own, explicit, acts, pasted }: HumanTurn, isConceded: boolean): number {
  const base = acts.has('correction') ? 0.65 : 0.5;
  const signs = (explicit ? 0.1 : 0) + (hasCounterReason(own) ? 0.1 : 0) + (isConceded ? 0.1 : 0);
  return base + signs - (pasted === 'none' ? 0 : 0.2) - (WISHES.test(own) && !isConceded ? 0.2 : 0);
}

export const rule: Rule = {
  meta: {
    id: 'human-correction',
    version: 2,
    kind: 'human-correction',
    stage: 'stable',
    worth: 3,
    concepts: ['a senior’s reason, kept'],
    activities: ['E2', 'E4'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (turn.pasted === 'all' || !isOwn(facts, turn)) continue;
      const reaction = findReaction(facts, turn)?.reaction;
      if (WITHDRAWS.test(turn.own) || (ADDS.test(turn.own) && !(turn.explicit && turn.acts.has('correction'))) || !isCorrection(turn)) continue;
      // Whoever only asks may be right and still is asking.
      if (reaction !== 'concedes' && !turn.acts.has('correction') && ASKS_ONLY.test(turn.own)) continue;
      const judged = findJudged(facts, turn);
      if (!judged) continue;
      yield {
        mark: { from: turn },
        decision: { from: judged.from, shape: judged.shape },
        hindsight: [{ place: turn, quote: turn.own }],
        evidence: [
          { place: judged.from, quote: judged.quote },
          { place: turn, quote: turn.own },
        ],
        confidence: toConfidence(turn, reaction === 'concedes'),
        sources: turn.explicit || reaction === 'concedes' || hasCounterReason(turn.own) ? 2 : 1,
        params: { words: turn.own },
      };
    }
  },
};
