import type { MiddlewareHandler } from 'hono';
import type { Caller } from '../../../app/team/caller.ts';
import { problem } from '../../../model/problem.ts';
import { isAtLeast } from '../../../model/team-role.ts';
import { toProblemResponse } from '../../problem-response.ts';
import type { MayCall } from '../routes/define-route.ts';

/** Who a request comes from, by its bearer token or, without one, its cookie; with the cookies that make a session in use last longer. */
export type Identify = (headers: Headers) => Promise<{ readonly caller: Caller | null; readonly cookies: readonly string[] }>;

export interface WithCaller {
  Variables: { caller: Caller | null };
}

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Lets through who may call the route, and puts who that is into the context.
 * A change asked for with a cookie must say that it comes from a page of ours: every browser says so, and only browsers have cookies.
 */
export function requirePerson(identify: Identify, may: MayCall): MiddlewareHandler<WithCaller> {
  return async (c, next) => {
    const { caller, cookies } = await identify(c.req.raw.headers);
    c.set('caller', caller);
    for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
    if (may === 'anyone') return next();
    if (caller === null) {
      return toProblemResponse(c, problem('not-allowed', 'Nobody is signed in here.', { next: 'Sign in, or run "rounds login" on this machine.' }), 401);
    }
    const isFromOwnPage = c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') === 'same-origin';
    if (CHANGING.has(c.req.method) && c.req.header('authorization') === undefined && !isFromOwnPage)
      return toProblemResponse(c, problem('not-allowed', 'Only pages of Rounds itself may call this server.'));
    if (!isAtLeast(caller.role, may)) {
      return toProblemResponse(c, problem('not-allowed', `This is for ${may === 'owner' ? 'an owner' : 'a lead or an owner'} of the organisation.`));
    }
    return next();
  };
}
