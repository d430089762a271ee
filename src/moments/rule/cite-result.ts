import type { Place, Run } from '../facts/facts.ts';
import type { Cited } from './rule.ts';

/** A result further from its call than this is cited alone: the lines between would be cut off first. */
const NEAR = 20;

/** A run as later evidence: with what it printed, since a call alone shows nothing. */
export function citeResult(run: Run, quote: string): Cited {
  const { resultSeq, resultLine } = run;
  if (resultSeq === null || resultLine === null) return { place: run, quote };
  const result: Place = { seq: resultSeq, line: resultLine };
  return resultLine - run.line <= NEAR ? { place: run, to: result, quote } : { place: result, quote };
}
