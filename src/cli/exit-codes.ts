import type { ProblemTag } from '../model/problem.ts';

export const EXIT = Object.freeze({ done: 0, findings: 1, wrongUsage: 2, badInput: 3, cannotReach: 4, bug: 70 });

/** The contract's exit code of every expected failure. */
export const EXIT_BY_TAG: Readonly<Record<ProblemTag, number>> = Object.freeze({
  'wrong-usage': EXIT.wrongUsage,
  'bad-input': EXIT.badInput,
  'not-found': EXIT.wrongUsage,
  'not-allowed': EXIT.wrongUsage,
  conflict: EXIT.wrongUsage,
  'cannot-reach': EXIT.cannotReach,
  storage: EXIT.cannotReach,
});
