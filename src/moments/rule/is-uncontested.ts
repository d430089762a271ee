import type { Place, SessionFacts } from '../facts/facts.ts';
import { isObjection } from './is-objection.ts';
import { firstAfter } from './order.ts';

/**
 * What happened after a place bears it out: the person went on or the work was committed, nobody objected in the next message,
 * and the files were not changed again.
 */
export function isUncontested(facts: SessionFacts, place: Place, paths: ReadonlySet<string>): boolean {
  const answer = firstAfter(facts.humanTurns, place);
  const goesOn = answer !== undefined || firstAfter(facts.commits, place) !== undefined;
  return goesOn && !(answer && isObjection(answer)) && firstAfter(facts.edits, place, ({ path }) => paths.has(path)) === undefined;
}
