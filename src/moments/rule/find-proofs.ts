import type { Claim, Run, RunClass, SessionFacts } from '../facts/facts.ts';
import { isCheck, isSettled } from './is-check.ts';
import { lastBefore, listBetween } from './order.ts';

/** Words by which a sentence speaks of a check. */
const ABOUT: readonly (readonly [RunClass, RegExp])[] = [
  ['test', /\btests?\b|\bsuites?\b|\bspecs?\b|\bscenarios?\b|\d pass/i],
  ['type-check', /\btype ?-?check|\btypes (?:check|are)|\btypescript\b|\btsc\b|\bmypy\b|\bpyright\b/i],
  ['lint', /\blint|\beslint\b|\bbiome\b|\bruff\b|\bclippy\b/i],
  ['build', /\bbuil(?:d|ds|t)\b|\bcompil/i],
];
const NUMBER = /\b\d[\d,.]*\d\b|\b\d\b/g;
/** Says that it was not all of them. */
const PARTIAL = /\b(?:focused|targeted|new|related|relevant|affected|touched|these|this|unit|regression)\b/i;

/**
 * The runs that show what a claim of green checks says, one for each check it speaks of: the last of its class, passed, in the same
 * turn, on the files as they are. Empty where one of them is missing, covers less than was said, or printed another number.
 */
export function findProofs(facts: SessionFacts, claim: Claim): readonly Run[] {
  const classes = ABOUT.filter(([, words]) => words.test(claim.sentence)).map(([runClass]) => runClass);
  const proofs = classes.map((runClass) => lastBefore(facts.runs, claim, (run) => run.class === runClass && isSettled(run)));
  // Part of the tests is no proof where all of them failed a moment before.
  const edit = lastBefore(facts.edits, claim, ({ role }) => role === 'product' || role === 'test');
  const failed = edit && listBetween(facts.runs, edit, claim).some((run) => run.class === 'test' && run.status === 'failed' && run.scope === 'all');
  const fits = (run: Run | undefined): run is Run =>
    run !== undefined &&
    run.status === 'passed' &&
    run.turn === claim.turn &&
    isCurrent(facts, run, claim) &&
    covers(claim, run) &&
    !(failed && run.class === 'test' && run.scope !== 'all');
  return proofs.every(fits) ? proofs : [];
}

const isCurrent = (facts: SessionFacts, run: Run, claim: Claim): boolean =>
  !listBetween(facts.edits, run, claim).some(({ role }) => role === 'product' || role === 'test') &&
  !listBetween(facts.runs, run, claim).some((other) => isCheck(other) && other.status === 'failed');

function covers({ sentence }: Claim, { class: runClass, passedTests, scope, scopeNames }: Run): boolean {
  if (runClass !== 'test') return true;
  const numbers = (sentence.match(NUMBER) ?? []).map((number) => Number(number.replaceAll(/[,.]/g, '')));
  if (passedTests !== null && numbers.length > 0) return numbers.includes(passedTests);
  return scope === 'all' || PARTIAL.test(sentence) || scopeNames.some((name) => sentence.toLowerCase().includes(toStem(name)));
}

const toStem = (name: string): string =>
  name
    .replace(/[/.]+$/, '')
    .split('/')
    .at(-1)
    ?.split('.')[0]
    ?.toLowerCase() || name;
