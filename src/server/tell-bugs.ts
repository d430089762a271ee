import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { problem } from '../model/problem.ts';
import { toProblemResponse } from './problem-response.ts';

/** What throws is a bug: it is told where Rounds runs, and the answer says only that. A body that is no JSON is none. */
export function tellBugs(reportBug: (error: unknown) => void): ErrorHandler {
  return (error, c) => {
    if (error instanceof HTTPException && error.status === 400) return toProblemResponse(c, problem('bad-input', `${error.message}.`));
    reportBug(error);
    return toProblemResponse(
      c,
      problem('storage', 'Rounds made a mistake.', { why: 'This is a bug; nothing was changed by it.', next: 'The terminal that runs Rounds shows where.' }),
      500,
    );
  };
}
