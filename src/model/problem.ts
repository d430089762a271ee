/**
 * Every expected failure of Rounds. `what` says what happened, `why` the cause as far as known,
 * `next` what the person can do. Each edge maps the tag in one table (cli/exit-codes.ts, server/problem-response.ts).
 */
export const PROBLEM_TAGS = ['wrong-usage', 'bad-input', 'not-found', 'not-allowed', 'conflict', 'cannot-reach', 'storage'] as const;
export type ProblemTag = (typeof PROBLEM_TAGS)[number];

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
