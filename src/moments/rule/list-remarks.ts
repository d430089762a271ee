import type { HumanTurn, SessionFacts } from '../facts/facts.ts';
import { findJudged, type Judged } from './find-judged.ts';
import { isOwn } from './is-own.ts';
import { firstAfter } from './order.ts';
import type { Candidate } from './rule.ts';

/** A longer message is a plan or a report: that a word stands somewhere in it says little. */
const MOST_LETTERS = 600;

/** Messages of the person, in their own words, that fit and that answer work of the agent. */
export function* listRemarks(facts: SessionFacts, fits: (own: string) => boolean): Iterable<{ turn: HumanTurn; judged: Judged }> {
  for (const turn of facts.humanTurns) {
    if (turn.own.length === 0 || turn.own.length > MOST_LETTERS || !isOwn(facts, turn) || !fits(turn.own)) continue;
    const judged = findJudged(facts, turn);
    if (judged) yield { turn, judged };
  }
}

export function toRemarkCandidate(facts: SessionFacts, { turn, judged }: { turn: HumanTurn; judged: Judged }): Candidate {
  const next = firstAfter(facts.edits, turn, (edit) => edit.turn === turn.turn);
  return {
    mark: { from: turn },
    decision: { from: judged.from, shape: judged.shape },
    hindsight: [{ place: turn, quote: turn.own }, ...(next ? [{ place: next, quote: `${next.shownPath} is changed` }] : [])],
    evidence: [{ place: turn, quote: turn.own }],
    confidence: next ? 0.6 : 0.45,
    sources: next ? 2 : 1,
    params: { words: turn.own },
  };
}
