import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problem } from '../model/problem.ts';
import { toProblemResponse } from './problem-response.ts';

/** 413 for what is larger, whether its length was told or not. */
export function limitBody(maxBytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: maxBytes,
    onError: (c) => toProblemResponse(c, problem('bad-input', 'The request is too large.', { why: `At most ${Math.floor(maxBytes / 1024)} KB.` }), 413),
  });
}
