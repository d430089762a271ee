import type { Context } from 'hono';
import { problem } from '../model/problem.ts';
import { toProblemResponse } from './problem-response.ts';

/** 405, saying what is possible. */
export function refuseMethod(c: Context, methods: readonly string[]): Response {
  c.header('allow', methods.join(', '));
  return toProblemResponse(c, problem('wrong-usage', `${c.req.method} is not possible here.`, { next: `Possible: ${methods.join(', ')}.` }), 405);
}
