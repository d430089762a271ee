import { constants } from 'node:os';
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

/** Of work that a signal ended before it was done, as shells have it: 130 after Ctrl-C, 143 after TERM. */
export const toInterruptedCode = (signal: NodeJS.Signals): number => 128 + constants.signals[signal];
