import type { HumanTurn, Message, SessionFacts } from '../../../facts/facts.ts';
import { findJudged } from '../../../rule/find-judged.ts';
import { listSentences } from '../../../rule/find-sentence.ts';
import { hasCounterReason } from '../../../rule/has-counter-reason.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

const OPENING = String.raw`^(?:(?:ah|yes|oh|ok|okay|confirmed|hmm),?[ —–-]+)*`;
/** Gives in: the person saw what the agent had not. */
const YIELDS = new RegExp(
  String.raw`${OPENING}(?:you['’]?re|you are) (?:\w+ )?(?:right|correct)\b(?! to\b)|^(?:good|great|nice|excellent) (?:catch|spot)\b|\bI (?:had (?:it|that|this) (?:backwards|wrong|reversed)|made (?:that|it) up|was wrong|misread|misunderstood)\b`,
  'i',
);
/** Polite: counts only where the person gave a reason. */
const CONCEDES = /^(?:good|great|fair|valid|excellent) (?:point|observation|enough)\b/i;
const FIRST_REPLIES = 3;
const FIRST_SENTENCES = 3;
const LEAST_WORDS = 5;

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** They say what is wrong, or why. */
const hasReason = ({ acts, own }: HumanTurn): boolean => acts.has('correction') || acts.has('report') || hasCounterReason(own);

/** That it does not work disproves the claim that it does; nothing is explained. */
const isBareReport = ({ acts, explicit }: HumanTurn): boolean => acts.has('report') && !acts.has('correction') && explicit === undefined;

interface Admitted {
  readonly reply: Message;
  readonly sentence: string;
}

/** The agent may look before it answers: its first few messages count. */
function findAdmission(facts: SessionFacts, turn: HumanTurn): Admitted | undefined {
  const end = firstAfter(facts.humanTurns, turn) ?? { seq: Infinity, line: 0 };
  const replies = listBetween(facts.replies, turn, end).filter((reply) => isOwn(facts, reply));
  for (const reply of replies.slice(0, FIRST_REPLIES)) {
    const sentence = listSentences(reply.text)
      .slice(0, FIRST_SENTENCES)
      .find((one) => YIELDS.test(one) || (hasReason(turn) && CONCEDES.test(one)));
    if (sentence) return { reply, sentence };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'person-was-right',
    version: 1,
    kind: 'human-correction',
    stage: 'nursery',
    worth: 3,
    concepts: ['what did they know that the agent did not?'],
    activities: ['E2', 'E4'],
    supersedes: ['human-question', 'taken-back'],
  },
  *find(facts) {
    for (const turn of facts.humanTurns) {
      if (!isOwn(facts, turn) || turn.pasted === 'all' || countWords(turn.own) < LEAST_WORDS) continue;
      const judged = findJudged(facts, turn);
      if (!judged || (judged.shape === 'claim' && isBareReport(turn))) continue;
      const admitted = findAdmission(facts, turn);
      if (!admitted) continue;
      yield {
        mark: { from: turn },
        decision: { from: judged.from, shape: judged.shape },
        hindsight: [
          { place: turn, quote: turn.own },
          { place: admitted.reply, quote: admitted.sentence },
        ],
        evidence: [
          { place: judged.from, quote: judged.quote },
          { place: turn, quote: turn.own },
          { place: admitted.reply, quote: admitted.sentence },
        ],
        confidence: (YIELDS.test(admitted.sentence) ? 0.75 : 0.6) + (hasReason(turn) ? 0.1 : 0),
        // What the person said, and the agent's own admission.
        sources: 2,
        params: { words: turn.own },
      };
    }
  },
};
