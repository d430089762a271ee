import type { Run } from '../facts/facts.ts';

const CHECKS: ReadonlySet<string> = new Set(['test', 'build', 'type-check', 'lint']);

/** A run that says whether the work holds: tests, builds, type checks, linters. */
export const isCheck = (run: Run): boolean => CHECKS.has(run.class);

export const isSettled = ({ status }: Run): boolean => status === 'passed' || status === 'failed';
