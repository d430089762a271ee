import type { Context, TypedResponse } from 'hono';
import type { ProblemResponse } from '../model/api/machine.ts';
import type { Problem, ProblemTag } from '../model/problem.ts';

/** The one table from expected failures to HTTP. */
const STATUS_BY_TAG = Object.freeze({
  'wrong-usage': 400,
  'bad-input': 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'cannot-reach': 502,
  storage: 503,
} as const satisfies Record<ProblemTag, number>);

/** What HTTP itself knows and no tag says. */
type StatusOfHttp = 401 | 405 | 413 | 415 | 429 | 500;
type ProblemStatus = (typeof STATUS_BY_TAG)[ProblemTag] | StatusOfHttp;

/** application/problem+json (RFC 9457). `status` only where HTTP knows more than the tag. */
export function toProblemResponse(
  c: Context,
  problem: Problem,
  status: ProblemStatus = STATUS_BY_TAG[problem.tag],
): Response & TypedResponse<ProblemResponse, ProblemStatus, 'json'> {
  const body: ProblemResponse = { type: `urn:rounds:problem:${problem.tag}`, title: problem.what, status, detail: problem.why, next: problem.next };
  return c.json(body, status, { 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
}
