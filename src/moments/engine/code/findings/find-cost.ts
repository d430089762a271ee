/** What the session later shows of the time or space that an edit costs. */
import type { EditFact, HumanTurn, Run, SessionFacts } from '../../../facts/facts.ts';
import type { Cited } from '../../../rule/rule.ts';
import { findSentence } from '../../../rule/find-sentence.ts';
import { firstAfter } from '../../../rule/order.ts';
import { toResult } from './to-code-candidate.ts';

export interface Cost {
  /** The person speaks of it. */
  readonly told: HumanTurn | undefined;
  /** A run ran out of time, memory or handles, or was refused for asking too much. */
  readonly run: Run | undefined;
  readonly hindsight: readonly Cited[];
}

/** Cost shows when the work is used: in this turn or one of the next two. */
const TURNS_AFTER = 2;
/** Words for what takes too long, too much, or more and more. */
export const COSTLY =
  /\b(?:slow(?:er|ly|ness)?|sluggish|quadratic|N ?\+ ?1|performance|latency|time[ds]?[- ]?outs?|timing out|hangs?|hanging|forever|out of memory|OOM|too many (?:open files|requests|connections|queries)|rate.?limit\w*|(?:takes?|took|taking|back in|after) (?:[\w.]+ ){0,4}(?:seconds?|minutes?|hours?|too long|so long|ages)|times? grows?|grows? with|at 100 ?%)|\bO\(n|n²/i;
const RAN_OUT =
  /\btimed? ?out\b|heap out of memory|out of memory|\bOOM|Killed\b|EMFILE|ENOMEM|too many open files|\b429\b|too many requests|rate limit exceeded|too many connections/i;
/** The agent's own finding. */
const FOUND =
  /\bquadratic|\bN ?\+ ?1\b|\bO\(n|n²|\bfor (?:each|every) \w+ .{0,60}\b(?:all|every|whole|again)\b|\b(?:one|a) (?:query|request|read|pass) (?:per|for each|for every)\b/i;

export function findCost(facts: SessionFacts, edit: EditFact): Cost {
  const near = ({ turn }: { turn: number }): boolean => turn <= edit.turn + TURNS_AFTER;
  const told = firstAfter(facts.humanTurns, edit, (turn) => near(turn) && COSTLY.test(turn.own));
  const run = firstAfter(facts.runs, edit, (one) => near(one) && one.status !== 'passed' && RAN_OUT.test(`${one.failure?.message ?? ''}\n${one.tail}`));
  const reply = told || run ? firstAfter(facts.replies, told ?? run ?? edit, (one) => near(one) && FOUND.test(one.text)) : undefined;
  const sentence = reply && findSentence(reply.text, (one) => FOUND.test(one));
  return {
    told,
    run,
    hindsight: [
      ...(run ? [{ place: toResult(run), quote: run.failure?.message || run.command }] : []),
      ...(reply && sentence ? [{ place: reply, quote: sentence }] : []),
    ],
  };
}

/** Whether the session itself speaks of a cost. */
export const isCostly = ({ told, run }: Cost): boolean => told !== undefined || run !== undefined;
