import type { HumanTurn, SessionFacts } from '../../../facts/facts.ts';
import { asksAbout, asksToUnderstand, asksWhetherSo } from '../../../facts/human/asks-to-understand.ts';
import { countWords } from '../../../facts/human/count-words.ts';
import { setsCourse } from '../../../facts/human/sets-course.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { findReaction } from '../../../rule/find-reaction.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { hasCounterReason } from '../../../rule/has-counter-reason.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** Asks where a thing is to be found, or where the work stands: the answer is looked up, not thought out. */
const LOOKS_UP =
  /\b(?:(?:what(?:'s| is) the|any) (?:\w+ )?status|status (?:of|update|report)|ready to (?:merge|commit|push|ship)|where (?:do we|are we|is it up)|(?:did|have) (?:we|you) (?:push|commit|merge|run|finish|update)\w*|are (?:we|you) done|is (?:it|this|that) (?:done|finished|pushed|merged|committed|ready))\b|^(?:so )?(?:which|what|where)(?:'s| is| are| was| were| did)? (?:the |this |that |my )?[\w-]+(?: [\w-]+)?\s*\?$/i;
/** A request or a proposal that only has the form of a question. */
const WISHES =
  /\b(?:can|could|would|will) (?:you|we|i)\b|\b(?:what do you think|do you think (?:you|we|it would)|makes? sense to|shall we|should we|how about|what about|any way to)\b/i;
/** Opens a task: what is asked in it is asked on the way. */
const TASK =
  /^(?:make|add|put|move|remove|rename|show|use|change|update|fix|set|create|maybe|need|let'?s|check|look|consider|address|spawn|review|implement|write|run|find|investigate|research|ask)\b/i;
/** Asks for a reason or a consequence, in languages whose messages are not read word by word. */
const ASKS_ELSEWHERE = /\b(?:warum|wieso|pourquoi|por qué|por que)\b|为什么|怎么会|会不会|なぜ|どうして/i;
/** Said of what was agreed on: a reminder, or a belief that asks to be put right. */
const REMEMBERS = /\bI thought\b/i;
const LEAST_WORDS = 3;
/** Letters below which an answer is a word of assent. */
const LONG_ANSWER = 300;
/** Letters of an answer that had to be thought out: then any form of a question is one. */
const THOUGHT_OUT = 600;
/** The form of a question, with or without its mark; what is asked for is neither advice nor an act. */
const QUESTION_FORM =
  /^(?:(?:so|then|and|but|ok(?:ay)?|also|or|hmm+|well|wait)[\s,.:]+)*(?:what|why|how|which|where|when|who|whose|do|does|did|is|are|was|were|has|have|will|would)\b|\?$/i;
const WANTS_ADVICE = /\b(?:recommend|what do you think|should (?:we|i|you)|shall (?:we|i)|any way to|think (?:you|we) (?:can|could|should))\b/i;
const ORDERS = /\b(?:(?:can|could|would|will) (?:you|we)|please|let'?s)\b|\bdon'?t (?:worry|change|touch|bother)\b/i;

const asksElsewhere = ({ own, acts }: HumanTurn): boolean => acts.has('question') && ASKS_ELSEWHERE.test(own);

const asksDeeply = (turn: HumanTurn): boolean => asksToUnderstand(turn.own) || asksElsewhere(turn);

/** Asks for what the agent then thinks about; a plain question it welcomes, or answers at length, is one too. */
function asks(turn: HumanTurn, isAnswered: boolean): boolean {
  const { own, acts, pasted } = turn;
  if (countWords(own) < LEAST_WORDS || (acts.has('correction') && !REMEMBERS.test(own)) || setsCourse(own) || LOOKS_UP.test(own)) return false;
  if (asksDeeply(turn) || (pasted === 'none' && asksWhetherSo(own) && !hasCounterReason(own))) return true;
  return (acts.has('question') || asksAbout(own)) && isAnswered && !WISHES.test(own) && !TASK.test(own) && !hasCounterReason(own);
}

/** What the agent said where it answered with words alone: it took the message for a question too. */
function listAnswers(facts: SessionFacts, turn: HumanTurn): readonly string[] {
  const next = firstAfter(facts.humanTurns, turn) ?? { seq: Infinity, line: Infinity };
  if (listBetween(facts.edits, turn, next).length > 0) return [];
  return listBetween(facts.replies, turn, next).flatMap((reply) => (isOwn(facts, reply) ? [reply.text] : []));
}

function asksPlainly({ own, pasted, acts }: HumanTurn): boolean {
  if (pasted !== 'none' || acts.has('approval') || acts.has('correction') || WANTS_ADVICE.test(own) || ORDERS.test(own)) return false;
  return countWords(own) >= LEAST_WORDS && listSentences(own).some((sentence) => QUESTION_FORM.test(sentence.trim()));
}

export const rule: Rule = {
  meta: {
    id: 'human-question',
    version: 4,
    kind: 'human-question',
    stage: 'nursery',
    worth: 2,
    concepts: ['asking how it works'],
    activities: ['E2', 'E13'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (turn.pasted === 'all' || !isOwn(facts, turn)) continue;
      const found = findReaction(facts, turn);
      const answers = listAnswers(facts, turn);
      const isAnswered = answers.some(({ length }) => length >= LONG_ANSWER);
      const isThoughtOut = (answers.at(-1)?.length ?? 0) >= THOUGHT_OUT && asksPlainly(turn);
      if (!isThoughtOut && !asks(turn, found?.reaction != null || (asksAbout(turn.own) && isAnswered))) continue;
      const judged = findJudged(facts, turn);
      // The question that opens a session is its task.
      if (!judged) continue;
      const signs = [found?.reaction != null, isAnswered, turn.explicit !== undefined].filter(Boolean).length;
      // A task in which something is asked on the way.
      if (signs === 0 && TASK.test(turn.own)) continue;
      yield {
        mark: { from: turn },
        decision: { from: judged.from, shape: judged.shape },
        hindsight: [{ place: turn, quote: turn.own }, ...(found ? [{ place: found.reply, quote: found.reply.text }] : [])],
        evidence: [{ place: turn, quote: turn.own }],
        confidence: 0.5 + 0.1 * Math.min(signs, 2) - (turn.pasted === 'none' ? 0 : 0.1),
        // What the person asked, and that the agent had something to tell; a plain question is one by that alone.
        sources: signs > (asksDeeply(turn) ? 0 : 1) ? 2 : 1,
        params: { words: turn.own },
      };
    }
  },
};
