import type { Context, TypedResponse } from 'hono';
import type { z } from 'zod';
import type { ProblemResponse } from '../model/api/machine.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { toProblemResponse } from './problem-response.ts';

type JsonOrProblem<T, S extends 200 | 201 | 202> = (Response & TypedResponse<T, S, 'json'>) | (Response & TypedResponse<ProblemResponse, 400, 'json'>);

/**
 * A use case's result as a response. The value goes through its schema on the way out, so that a field which is not in the
 * contract (a kind, a rule, a score) cannot leave with it; a value that does not fit is a bug and throws.
 */
export async function answer<S extends z.ZodType, Status extends 200 | 201 | 202 = 200>(
  c: Context,
  schema: S,
  result: Result<unknown, Problem> | Promise<Result<unknown, Problem>>,
  status = 200 as Status,
): Promise<JsonOrProblem<z.output<S>, Status>> {
  const awaited = await result;
  if (!awaited.ok) return toProblemResponse(c, awaited.problem) as never;
  return c.json(schema.parse(awaited.value) as object, status, { 'cache-control': 'no-store' }) as never;
}

/** For use cases after which there is nothing to say. */
export async function answerDone(c: Context, result: Result<unknown, Problem> | Promise<Result<unknown, Problem>>): Promise<Response> {
  const awaited = await result;
  return awaited.ok ? c.body(null, 204, { 'cache-control': 'no-store' }) : toProblemResponse(c, awaited.problem);
}
