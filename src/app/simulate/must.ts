import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';

/** The value of what a simulation relies on; a refusal of it is a bug. */
export function must<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value;
  const { what, why, next } = result.problem;
  throw new Error([what, why, next].filter(Boolean).join(' '));
}
