import { Hono } from 'hono';
import { problem } from '../../model/problem.ts';
import { toProblemResponse } from '../problem-response.ts';
import { answerChallenge, MAX_CHALLENGE_LENGTH } from './identity.ts';

export const IDENTITY_PATH = '/.well-known/rounds';

/** Needs no token: it proves to another Rounds of the same home that this is one. */
export function createIdentityRoutes({ token, port }: { token: string; port: number }) {
  return new Hono().get('/', (c) => {
    const challenge = c.req.query('challenge') ?? '';
    if (challenge.length < 16 || challenge.length > MAX_CHALLENGE_LENGTH)
      return toProblemResponse(c, problem('bad-input', 'Send a challenge of 16 to 128 characters.'));
    c.header('cache-control', 'no-store');
    return c.text(answerChallenge({ token, port, challenge }));
  });
}
