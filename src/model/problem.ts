/**
 * Every expected failure of Rounds. `what` says what happened, `why` the cause as far as known,
 * `next` what the person can do. Each edge maps the tag in one table (cli/exit-codes.ts, server/problem-response.ts).
 */
export type ProblemTag = 'wrong-usage' | 'bad-input' | 'not-found' | 'not-allowed' | 'conflict' | 'cannot-reach' | 'storage';

export interface Problem {
  readonly tag: ProblemTag;
  readonly what: string;
  readonly why?: string;
  readonly next?: string;
}

export const problem = (tag: ProblemTag, what: string, rest: { why?: string; next?: string } = {}): Problem => Object.freeze({ tag, what, ...rest });

/** One readable paragraph: what, why, next. */
export function describeProblem({ what, why, next }: Problem): string {
  return [what, why, next].filter(Boolean).join(' ');
}
