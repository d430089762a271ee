import { problem, type Problem, type ProblemTag } from '../../../model/problem.ts';

const TAG_BY_STATUS: Readonly<Record<number, ProblemTag>> = Object.freeze({ 401: 'not-allowed', 403: 'not-allowed', 404: 'not-found', 409: 'conflict' });

const PROBLEM_BY_CODE: Readonly<Record<string, Problem>> = Object.freeze({
  INVALID_EMAIL_OR_PASSWORD: problem('not-allowed', 'This e-mail address and this password do not belong together.'),
  INVALID_PASSWORD: problem('not-allowed', 'This is not your present password.'),
  PASSWORD_TOO_SHORT: problem('bad-input', 'A password has at least 12 characters.'),
  PASSWORD_TOO_LONG: problem('bad-input', 'A password has at most 128 characters.'),
  INVALID_TOKEN: problem('not-allowed', 'This link is not, or no longer, open.', {
    why: 'A link for a new password works once, for an hour.',
    next: 'Ask for another one on the page to sign in.',
  }),
  RESET_PASSWORD_DISABLED: problem('conflict', 'This server sends no e-mail.', { next: 'Whoever runs it sets ROUNDS_SMTP_URL and starts it again.' }),
  MISSING_OR_NULL_ORIGIN: problem('not-allowed', 'Only pages of Rounds itself may call this server.'),
  INVALID_ORIGIN: problem('not-allowed', 'Only pages of Rounds itself may call this server.'),
  PROVIDER_NOT_FOUND: problem('cannot-reach', 'The identity provider cannot be used.', {
    why: 'It is not set up here, or does not answer.',
    next: 'Try again in a moment, or sign in with a password.',
  }),
});

/** What better-auth answers as a problem of ours; null where its own form is part of a standard that clients know (RFC 8628). */
export function toAccountProblem(status: number, body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null || 'error' in body) return null;
  const { code, message } = body as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && PROBLEM_BY_CODE[code]) return PROBLEM_BY_CODE[code];
  return problem(TAG_BY_STATUS[status] ?? 'bad-input', typeof message === 'string' && message !== '' ? `${message.replace(/\.$/, '')}.` : 'That was refused.');
}
