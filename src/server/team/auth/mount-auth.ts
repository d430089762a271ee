import type { Context, Hono } from 'hono';
import { problem } from '../../../model/problem.ts';
import { toProblemResponse } from '../../problem-response.ts';
import { limitBody } from '../../limit-body.ts';
import { CLIENT_ADDRESS_HEADER, tellClientAddress } from '../client-address.ts';
import type { TeamContext } from '../team-context.ts';
import { AUTH_ROUTES } from './auth-routes.ts';
import type { WithCaller } from './require-person.ts';
import { toAccountProblem } from './to-account-problem.ts';

/** Two passwords and some addresses. */
const MAX_BODY_BYTES = 16 * 1024;

/** Hands what AUTH_ROUTES lists to the accounts, with the address that attempts are counted by. */
export function mountAuth(http: Hono<WithCaller>, { context, trustedProxies }: { context: TeamContext; trustedProxies: readonly string[] }): void {
  for (const { method, path } of AUTH_ROUTES) {
    http.on(method, [path], limitBody(MAX_BODY_BYTES), async (c) => {
      const headers = new Headers(c.req.raw.headers);
      headers.set(CLIENT_ADDRESS_HEADER, tellClientAddress(c, trustedProxies));
      return inOurWords(c, await context.auth.handle(new Request(c.req.raw, { headers })));
    });
  }
}

async function inOurWords(c: Context, answered: Response): Promise<Response> {
  if (answered.status < 400) return answered;
  if (answered.status === 429) {
    const seconds = answered.headers.get('x-retry-after') ?? '60';
    c.header('retry-after', seconds);
    return toProblemResponse(c, problem('not-allowed', 'That was tried too often.', { next: `Try again in ${seconds} seconds.` }), 429);
  }
  if (answered.status >= 500) return toProblemResponse(c, problem('storage', 'The accounts cannot be reached.', { next: 'Try again in a moment.' }));
  const refusal = toAccountProblem(
    answered.status,
    await answered
      .clone()
      .json()
      .catch(() => null),
  );
  if (refusal === null) return answered;
  return answered.status === 401 ? toProblemResponse(c, refusal, 401) : toProblemResponse(c, refusal);
}
