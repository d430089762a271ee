import { createHmac } from 'node:crypto';
import { isSameSecret } from '../auth/is-same-secret.ts';

/** Longer challenges are refused: the answer costs us work and anyone on the machine may ask. */
export const MAX_CHALLENGE_LENGTH = 128;

/**
 * What only a Rounds of the same home can answer, without sending the token to whoever sits on the port. The port is part of
 * it, so that a program in between cannot pass the question on to the real one.
 */
export function answerChallenge({ token, port, challenge }: { token: string; port: number; challenge: string }): string {
  return createHmac('sha256', token).update(`rounds-identity:${port}:${challenge}`).digest('base64url');
}

export function isRightAnswer(answer: string, question: { token: string; port: number; challenge: string }): boolean {
  return isSameSecret(answer, answerChallenge(question));
}
