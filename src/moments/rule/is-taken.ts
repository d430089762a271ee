import type { EditFact, HumanTurn, Place, SessionFacts } from '../facts/facts.ts';
import { isObjection } from './is-objection.ts';
import { firstAfter } from './order.ts';

/** "Commit it", "looks good": words by which work is taken over. */
const TAKES =
  /\b(?:commit|merge|ship it|lgtm|looks? (?:good|great|right|fine)|approved?|perfect|excellent|awesome|great|thanks?|thank you|nice|works? (?:now|well|great|fine))\b/i;
const UNSURE = /\?|\b(?:but|however|except|although|still|missing|tests?)\b/i;

/** The person takes the work in words, with nothing left to ask of it. */
export const takesInWords = (turn: HumanTurn): boolean => TAKES.test(turn.own) && !UNSURE.test(turn.own) && !isObjection(turn) && !turn.acts.has('question');

/** What was done went into a commit as it was, or the person took it in words. */
export function isTaken(facts: SessionFacts, place: Place, edits: readonly EditFact[]): boolean {
  const answer = firstAfter(facts.humanTurns, place);
  const commit = firstAfter(facts.commits, place);
  const paths = new Set(edits.map(({ path }) => path));
  const isSame = commit !== undefined && !facts.edits.some(({ seq, path }) => seq > place.seq && seq < commit.seq && paths.has(path));
  return (answer !== undefined && takesInWords(answer)) || isSame;
}
