import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { problem, type Problem } from '../model/problem.ts';
import { toProblemResponse } from './problem-response.ts';

/**
 * What throws is a bug: it is told where Rounds runs, and the answer says only that. A body that is no JSON is none, nor is what
 * `explain` knows, like a database that is away.
 */
export function tellBugs(reportBug: (error: unknown) => void, explain: (error: unknown) => Problem | null = () => null): ErrorHandler {
  return (error, c) => {
    const known = explain(error);
    if (known) return toProblemResponse(c, known);
    if (error instanceof HTTPException && error.status === 400) return toProblemResponse(c, problem('bad-input', `${error.message}.`));
    reportBug(error);
    return toProblemResponse(
      c,
      problem('storage', 'Rounds made a mistake.', { why: 'This is a bug; nothing was changed by it.', next: 'The terminal that runs Rounds shows where.' }),
      500,
    );
  };
}
