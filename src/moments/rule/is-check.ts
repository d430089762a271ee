import type { Run } from '../facts/facts.ts';

const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);

/** A run that says whether the work holds: tests, builds, type checks, linters. */
export const isCheck = (run: Run): boolean => CHECKS.has(run.class);

export const isSettled = ({ status }: Run): boolean => status === 'passed' || status === 'failed';

/** Passed, and seen to: by its exit status or, where that says nothing, by the tests it counted. */
export const isGreen = ({ status, masked, passedTests }: Run): boolean => status === 'passed' && (!masked || passedTests !== null);

/** Failed, and seen to. */
export const isRed = ({ status, masked, failedTests, failure }: Run): boolean => status === 'failed' && (!masked || failedTests !== null || failure !== null);
