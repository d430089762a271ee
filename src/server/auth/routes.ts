import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { describeProblem, problem } from '../../model/problem.ts';
import { isSameSecret } from './is-same-secret.ts';
import { SESSION_COOKIE_SECONDS, sessionCookieName } from './session-cookie.ts';

/** The printed address: exchanges the token in it for a cookie no script can read, and leaves an address without it. */
export function createEnterRoutes({ token, port }: { token: string; port: number }) {
  return new Hono().get('/', (c) => {
    c.header('cache-control', 'no-store');
    if (!isSameSecret(c.req.query('token') ?? '', token)) {
      return c.text(
        describeProblem(
          problem('not-allowed', 'This address is not, or no longer, a key to Rounds.', { next: 'Open the one that Rounds printed when it last started.' }),
        ),
        401,
      );
    }
    setCookie(c, sessionCookieName(port), token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: SESSION_COOKIE_SECONDS });
    return c.redirect('/', 303);
  });
}
