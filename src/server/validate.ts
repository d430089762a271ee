import { validator } from 'hono/validator';
import type { z } from 'zod';
import { problem } from '../model/problem.ts';
import { toProblemResponse } from './problem-response.ts';

/** Input that is not of the schema never reaches a use case: the first thing wrong with it is the answer. */
export function validate<T extends 'json' | 'query' | 'param', S extends z.ZodType>(target: T, schema: S) {
  return validator(target, (value, c): z.output<S> => {
    if (target === 'json' && !isJson(c.req.header('content-type'))) {
      return toProblemResponse(c, problem('bad-input', 'The request must be JSON.', { next: 'Send it with content-type: application/json.' }), 415) as never;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.');
    return toProblemResponse(
      c,
      problem('bad-input', issue?.message ?? 'The request does not fit.', {
        why: where ? `In ${target === 'json' ? 'field' : target} "${where}".` : undefined,
      }),
    ) as never;
  });
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
