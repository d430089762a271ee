import type { EditFact, Place, SessionFacts } from '../facts/facts.ts';
import { isObjection } from './is-objection.ts';
import { firstAfter } from './order.ts';

/**
 * What happened after a place bears it out: the person went on or the work was committed, nobody objected in the next message,
 * and the lines then written are still there.
 */
export function isUncontested(facts: SessionFacts, place: Place, edits: readonly EditFact[]): boolean {
  const answer = firstAfter(facts.humanTurns, place);
  const goesOn = answer !== undefined || firstAfter(facts.commits, place) !== undefined;
  return goesOn && !(answer && isObjection(answer)) && edits.every(({ fate }) => fate.type === 'kept' || fate.by.seq < place.seq);
}
