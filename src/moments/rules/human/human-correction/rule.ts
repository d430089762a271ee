import { asksToUnderstand } from '../../../facts/human/asks-to-understand.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { setsCourse } from '../../../facts/human/sets-course.ts';
import type { HumanTurn } from '../../../facts/facts.ts';
import type { Reaction } from '../../../facts/human/read-reaction.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { findReaction } from '../../../rule/find-reaction.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { hasCounterReason } from '../../../rule/has-counter-reason.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { namesWhatWasDenied } from '../../../rule/names-what-was-denied.ts';
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

/** Nothing in it is stated. */
const asksThroughout = (own: string): boolean =>
  listSentences(own).every((sentence) => sentence.endsWith('?') || countWords(sentence) < LEAST_WORDS || asksToUnderstand(sentence));

/** What was agreed on may be remembered to object, or to ask. */
const REMEMBERS = /\bI thought\b/i;

/** Only wants to understand, and lays down no other way. */
const asksOnly = ({ own, acts }: HumanTurn): boolean =>
  (!acts.has('correction') || REMEMBERS.test(own)) && (asksToUnderstand(own) || ASKS_ONLY.test(own)) && !setsCourse(own);

/** Not seen: a task given, an approval, a pasted log. */
function isCorrection(turn: HumanTurn, reaction: Reaction | null | undefined): boolean {
  const isConceded = reaction === 'concedes';
  const words = countWords(turn.own);
  if (asksOnly(turn) && (!isConceded || asksThroughout(turn.own))) return false;
  if (turn.acts.has('correction') || isConceded) return words >= LEAST_WORDS;
  if (turn.explicit === 'interrupt')
    return words >= LEAST_REASONED_WORDS && !GOES_ON.test(turn.own) && (hasCounterReason(turn.own) || !turn.own.trim().endsWith('?'));
  if (words < LEAST_WORDS || turn.acts.has('approval')) return false;
  const answer = findAnswer(turn.own);
  if (setsCourse(answer)) return true;
  if (words < LEAST_REASONED_WORDS && !turn.explicit) return false;
  if (reaction === 'welcomes' && !AGREES.test(turn.own) && !WISHES.test(turn.own) && !turn.acts.has('question')) return true;
  return turn.explicit ? hasCounterReason(turn.own) : !AGREES.test(turn.own) && hasCounterReason(answer);
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
    version: 4,
    kind: 'human-correction',
    stage: 'nursery',
    worth: 3,
    concepts: ['a senior’s reason, kept'],
    activities: ['E2', 'E4'],
    supersedes: ['human-question'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (turn.pasted === 'all' || !isOwn(facts, turn)) continue;
      const reaction = findReaction(facts, turn)?.reaction;
      const isConceded = reaction === 'concedes';
      const isDenial = namesWhatWasDenied(facts, turn);
      if (WITHDRAWS.test(turn.own) || !(isDenial || isCorrection(turn, reaction))) continue;
      if (ADDS.test(turn.own) && !isConceded && !setsCourse(turn.own) && !(turn.explicit && turn.acts.has('correction'))) continue;
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
        confidence: toConfidence(turn, isConceded),
        sources: isDenial || turn.explicit || reaction != null || setsCourse(turn.own) || hasCounterReason(turn.own) ? 2 : 1,
        params: { words: turn.own },
      };
    }
  },
};
