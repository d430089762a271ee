import type { HumanTurn, Message, SessionFacts } from '../../../facts/facts.ts';
import { findNamedCause } from '../../../rule/find-named-cause.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { isOwn } from '../../../rule/is-own.ts';
import { firstAfter, lastBefore, listBetween } from '../../../rule/order.ts';
import type { Cited, Rule } from '../../../rule/rule.ts';

/** Asks for the ground, or names one that speaks against it. */
const DOUBTS =
  /\b(?:are you sure|really|which|where|when|why|how (?:do|did|does|can|would|come)|is (?:it|that|this) (?:the|not)|or is|isn['’]?t|doesn['’]?t|didn['’]?t|but|however|though|not (?:all|always|every)|still|again|only|jump to)\b/i;
const ASKS_FOR_WORK =
  /^(?:(?:ok(?:ay)?|yes|please|and|then|now|great|cool),? )*(?:(?:can|could|would|will) (?:you|we)|fix|log|write|create|add|update|commit|push|implement|do)\b/i;
const SHORT = 400;
/** Beyond this many events it is another inquiry. */
const FAR = 160;

const isDoubt = (turn: HumanTurn): boolean =>
  turn.pasted !== 'all' &&
  turn.own.length > 0 &&
  turn.own.length < SHORT &&
  (turn.acts.has('correction') || turn.acts.has('report') || (DOUBTS.test(turn.own) && !ASKS_FOR_WORK.test(turn.own)));

const THE_ISSUE =
  /\bthe (?:issue|problem|bug|reason|error|failure|test) (?:is|was|fails?|failed|comes? from|happens?)\b.{12,}|\b(?:fail|stop|break|broke)\w*\b.{0,40}\bbecause\b/i;
const OPEN = /\b(?:likely|probably|perhaps|maybe|might|may|could|seems?|appears?|suspect|if|whether|fixed|resolved|solved|unrelated|only|main one)\b|\?$/i;

/** Weaker words for a cause count at the end of the work, where the person speaks against what was said. */
function findIssue(facts: SessionFacts, reply: Message, answer: HumanTurn | undefined): string | undefined {
  if (!answer || !(answer.acts.has('correction') || answer.acts.has('report'))) return undefined;
  if (lastBefore(facts.replies, answer, (one) => isOwn(facts, one))?.seq !== reply.seq) return undefined;
  return findSentence(reply.text, (one) => THE_ISSUE.test(one) && !OPEN.test(one));
}

/** The agent names another cause, or takes this one back, before anything was changed for it. */
function findOverturn(facts: SessionFacts, said: Message): Cited | undefined {
  const end = firstAfter(facts.commits, said) ?? { seq: Infinity, line: 0 };
  const until = { seq: Math.min(end.seq, said.seq + FAR), line: 0 };
  const own = listBetween(facts.admissions, said, until).find(
    ({ strength, from, seq }) => strength === 'explicit' && from === 'reply' && isOwn(facts, { seq, line: 0 }),
  );
  if (own) return { place: own, quote: own.sentence };
  for (const reply of listBetween(facts.replies, said, until)) {
    const other = isOwn(facts, reply) ? findNamedCause(reply.text) : undefined;
    if (other && lastBefore(facts.humanTurns, reply)?.seq !== lastBefore(facts.humanTurns, said)?.seq) return { place: reply, quote: other };
  }
  return undefined;
}

export const rule: Rule = {
  meta: {
    id: 'cause-overturned',
    version: 1,
    kind: 'false-assumption',
    stage: 'nursery',
    worth: 3,
    concepts: ['a cause is a prediction', 'what would speak against it?'],
    activities: ['E6', 'E11'],
    supersedes: ['cause-asserted'],
  },
  *find(facts) {
    for (const reply of facts.replies) {
      if (!isOwn(facts, reply)) continue;
      const answer = firstAfter(facts.humanTurns, reply);
      const cause = findNamedCause(reply.text) ?? findIssue(facts, reply, answer);
      if (!cause) continue;
      const doubt = answer && isDoubt(answer) ? answer : undefined;
      if (!doubt) continue;
      const overturn = findOverturn(facts, reply);
      yield {
        decision: { from: reply, shape: 'belief' },
        hindsight: [{ place: doubt, quote: doubt.own }, ...(overturn ? [overturn] : [])],
        evidence: [
          { place: reply, quote: cause },
          { place: doubt, quote: doubt.own },
        ],
        confidence: overturn ? 0.75 : 0.5,
        sources: 2,
        params: { cause },
      };
    }
  },
};
