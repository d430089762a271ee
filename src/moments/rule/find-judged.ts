import type { DecisionShape } from '../../model/moment.ts';
import type { HumanTurn, Place, SessionFacts } from '../facts/facts.ts';
import { listSentences } from './find-sentence.ts';
import { isOwn } from './is-own.ts';
import { lastBefore } from './order.ts';

/** What of the agent's a message of the person answers. */
export interface Judged {
  readonly from: Place;
  readonly shape: DecisionShape;
  readonly quote: string;
}

/** The call they refused, else the plan, claim, message or action that stands last before it in the same stretch of work. */
export function findJudged(facts: SessionFacts, turn: HumanTurn): Judged | undefined {
  if (turn.refusedCall) return toRefused(facts, turn.refusedCall);
  const since = lastBefore(facts.humanTurns, turn)?.seq ?? -1;
  // A message typed while the agent worked stands, in the file, before what the agent did meanwhile.
  const isRecent = (place: Place): boolean => place.seq > since && place.line < turn.line && isOwn(facts, place);
  const plan = lastBefore(facts.plans, turn, isRecent);
  if (plan) return { from: plan, shape: 'plan', quote: plan.text };
  const reply = lastBefore(facts.replies, turn, isRecent);
  if (reply) {
    const quote = findStatement(reply.text, turn.own);
    const claim = facts.claims.find(({ seq, sentence }) => seq === reply.seq && sentence.includes(quote.slice(0, 40)));
    return { from: reply, shape: claim && claim.type !== 'cause' && claim.type !== 'fact' ? 'claim' : 'belief', quote };
  }
  const edit = lastBefore(facts.edits, turn, isRecent);
  if (edit) return { from: edit, shape: edit.role === 'test' ? 'test-edit' : 'edit', quote: edit.shownPath };
  const run = lastBefore(facts.runs, turn, isRecent);
  return run && { from: run, shape: 'command', quote: run.command };
}

function toRefused(facts: SessionFacts, place: Place): Judged {
  const plan = facts.plans.find(({ seq }) => seq === place.seq);
  if (plan) return { from: plan, shape: 'plan', quote: plan.text };
  const run = facts.runs.find(({ seq }) => seq === place.seq);
  if (run) return { from: run, shape: 'command', quote: run.command };
  const other = facts.otherCalls.find(({ seq }) => seq === place.seq);
  // A refused edit made no change: all that is left of it is the call.
  return other ? { from: place, shape: 'plan', quote: other.text } : { from: place, shape: 'edit', quote: 'an edit that was refused' };
}

const LEAST_LETTERS = 12;

/** The statement that shares most words with the answer; of equals the last. Questions and offers are no statements. */
function findStatement(text: string, answer: string): string {
  const words = new Set(answer.toLowerCase().match(/[\w.-]{4,}/g));
  const statements = listSentences(text).filter(
    (sentence) => sentence.length >= LEAST_LETTERS && !/\?$|^(?:let me know|would you|do you want|shall i)\b/i.test(sentence),
  );
  const countShared = (sentence: string): number =>
    new Set(
      sentence
        .toLowerCase()
        .match(/[\w.-]{4,}/g)
        ?.filter((word) => words.has(word)),
    ).size;
  const counted = statements.map((sentence) => ({ sentence, shared: countShared(sentence) }));
  return counted.toReversed().toSorted((a, b) => b.shared - a.shared)[0]?.sentence ?? text;
}
