import type { EditFact, HumanTurn, Place, SessionFacts } from '../facts/facts.ts';
import { agreesWithPerson } from './agrees-with-person.ts';
import { isCheck, isGreen, isRed } from './is-check.ts';
import { isObjection } from './is-objection.ts';
import { firstAfter, listBetween } from './order.ts';

const END: Place = { seq: Infinity, line: Infinity };

/** What happened after a place bears it out: the work went on or was committed, and nothing spoke against it. */
export function isUncontested(facts: SessionFacts, place: Place, edits: readonly EditFact[]): boolean {
  return goesOn(facts, place) && isUndisputed(facts, place, edits);
}

/** Nobody objected or doubted, nothing was taken back, no check failed on the same state of the files, and the lines then written are still there. */
export function isUndisputed(facts: SessionFacts, place: Place, edits: readonly EditFact[]): boolean {
  const answer = firstAfter(facts.humanTurns, place);
  return (
    !(answer && (isObjection(answer) || isDoubt(answer))) &&
    edits.every(({ fate }) => fate.type === 'kept' || fate.by.seq < place.seq) &&
    !isComplainedOf(facts, place, edits) &&
    !isTakenBack(facts, place, edits) &&
    !failsUnchanged(facts, place)
  );
}

const goesOn = (facts: SessionFacts, place: Place): boolean =>
  firstAfter(facts.humanTurns, place) !== undefined ||
  firstAfter(facts.commits, place) !== undefined ||
  firstAfter(facts.runs, place, (run) => isCheck(run) && isGreen(run)) !== undefined;

const WONDERS = /\b(?:confus\w+|weird\w*|strange\w*|odd(?:ly)?|unexpected\w*|surpris\w+|suspicious\w*|not (?:sure|convinced))\b/i;

/** Output pasted with hardly a word of one's own shows what is still wrong. */
const FEW_WORDS = 5;

/** A question and nothing else, wonder, or output that speaks for itself: the person is not sure of it. */
const isDoubt = ({ acts, own, pasted }: HumanTurn): boolean =>
  (acts.has('question') && !acts.has('request') && !acts.has('approval')) ||
  WONDERS.test(own) ||
  (pasted !== 'none' && own.split(/\s+/).filter(Boolean).length < FEW_WORDS);

/** A later objection or question, whenever it comes, that names a file of the work. */
function isComplainedOf(facts: SessionFacts, place: Place, edits: readonly EditFact[]): boolean {
  const names = edits.map(({ path }) => toName(path)).filter((name) => name.length >= LEAST_NAME);
  return listBetween(facts.humanTurns, place, END).some(
    (turn) => (isObjection(turn) || turn.acts.has('question')) && names.some((name) => turn.own.includes(name)),
  );
}

/** The agent says before the person's second message, or about a file of the work, that it was wrong. */
function isTakenBack(facts: SessionFacts, place: Place, edits: readonly EditFact[]): boolean {
  const names = edits.map(({ path }) => toName(path)).filter((name) => name.length >= LEAST_NAME);
  const soon = listBetween(facts.humanTurns, place, END)[1] ?? END;
  return listBetween(facts.admissions, place, END).some(
    (one) => one.strength === 'explicit' && ((one.seq < soon.seq && !agreesWithPerson(one)) || names.some((name) => one.sentence.includes(name))),
  );
}

/** The next check fails though nothing was changed since. */
function failsUnchanged(facts: SessionFacts, place: Place): boolean {
  const next = firstAfter(facts.runs, place, (run) => isCheck(run) && (isGreen(run) || isRed(run)));
  return next !== undefined && isRed(next) && listBetween(facts.edits, place, next).length === 0;
}

const LEAST_NAME = 4;
/** A file's name without its folders and endings. */
const toName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
