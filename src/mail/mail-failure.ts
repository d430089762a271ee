import type { NodemailerError } from 'nodemailer';
import { problem, type Problem } from '../model/problem.ts';

interface KnownFailure {
  readonly problem: Problem;
  readonly code: string;
}

const NEXT = 'It is tried again by itself. Whoever runs this server looks at ROUNDS_SMTP_URL and at the mail server.';

const WHY_BY_CODE: Readonly<Record<string, string>> = Object.freeze({
  ECONNECTION: 'The connection to it was lost.',
  ESOCKET: 'It cannot be connected to, or its certificate is not one that this machine trusts.',
  EDNS: 'Its name is not known.',
  ETIMEDOUT: 'It does not answer in time.',
  EABORT: 'It does not answer in time.',
  ETLS: 'It does not offer an encrypted connection, and without one nothing is sent.',
  EREQUIRETLS: 'It does not offer an encrypted connection, and without one nothing is sent.',
  EAUTH: 'It does not accept the user and password.',
  ENOAUTH: 'It wants a user and a password.',
  EPROTOCOL: 'It does not speak as a mail server does.',
  EENVELOPE: 'It does not take letters from this sender, or for this address.',
  EMESSAGE: 'It refused the letter.',
});

/** What a failure of the mail server means; null where it is a bug of ours. Never its own words: they may name the addressee. */
export function toMailProblem(error: unknown): KnownFailure | null {
  const { code = '', responseCode } = error as Partial<NodemailerError>;
  const why = WHY_BY_CODE[code];
  if (why === undefined) return null;
  return {
    code: responseCode === undefined ? code : `${code} ${responseCode}`,
    problem: problem('cannot-reach', 'The mail server did not take the letter.', { why, next: NEXT }),
  };
}

/**
 * Whether the answer would be the same next time: a final refusal (RFC 5321, 5yz) of the addressee or of the letter. One of the
 * sender, of the password or of the connection is about how this server is set up, which people mend.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { permanent = false, command = '' } = error as Partial<NodemailerError>;
  return permanent && (command === 'RCPT TO' || command === 'DATA');
}

export const refusedAddress = (): KnownFailure & { readonly isFinal: true } => ({
  code: 'address',
  isFinal: true,
  problem: problem('bad-input', 'That is no address that a letter can be sent to.', { next: 'Correct the address.' }),
});
