import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { problem } from '../../model/problem.ts';
import { toProblemResponse } from '../problem-response.ts';
import { isSameSecret } from './is-same-secret.ts';
import { sessionCookieName } from './session-cookie.ts';

/** Lets through who shows the session token: browsers by cookie, the command line by `Authorization: Bearer`. */
export function requireToken({ token, port }: { token: string; port: number }): MiddlewareHandler {
  const cookie = sessionCookieName(port);
  return async (c, next) => {
    const bearer = /^Bearer ([\w-]+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const given = bearer ?? getCookie(c, cookie);
    if (given === undefined || !isSameSecret(given, token)) {
      const unknown = problem('not-allowed', 'This browser has not been let in yet.', {
        next: 'Open the address that Rounds printed when it started: it carries the key.',
      });
      return toProblemResponse(c, unknown, 401);
    }
    return next();
  };
}
