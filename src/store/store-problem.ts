import { problem, type Problem } from '../model/problem.ts';

/** Texts of PostgreSQL hold every character but NUL. */
const UNKEEPABLE = problem('bad-input', 'That holds a character that no text can hold.', { next: 'Take it out and try again.' });

/** What functions of the store raise (migrations/0001-rounds.ts), and what a database that is away says. */
const PROBLEM_BY_CODE: Readonly<Record<string, Problem>> = Object.freeze({
  RD001: problem('bad-input', 'That is not complete.', { next: 'Nothing was changed.' }),
  RD002: problem('not-found', 'There is no such thing here, or it is not shared with you.'),
  RD003: problem('not-allowed', 'Not everyone named may take part in this.', {
    next: 'Choose people of the pair the case was shared with, or publish the case to the team first.',
  }),
  RD004: problem('conflict', 'That is not possible now.', {
    why: 'It may have moved on in another window.',
    next: 'Reload to see where it stands. Nothing was changed.',
  }),
  RD005: problem('conflict', 'You have already answered this round.', {
    why: 'Neither a seal nor a pass can be taken back: that is what makes the other person free to answer.',
    next: 'Reload to see where the round stands.',
  }),
  RD006: problem('conflict', 'One of the two has the other part in this area already.', {
    why: 'In one area somebody is preceptee or preceptor, not both at once.',
    next: 'Name the area more exactly, or choose somebody else. Nothing was changed.',
  }),
  RD007: problem('not-allowed', 'This cannot be signed.', { next: 'Open the request again: it says every reason. Nothing was recorded.' }),
  '42501': problem('not-allowed', 'That is not yours to do.', { next: 'Nothing was changed.' }),
  '22021': UNKEEPABLE,
  '22P05': UNKEEPABLE,
  '23505': problem('conflict', 'That exists already.', { next: 'Reload to see it. Nothing was changed.' }),
  '23503': problem('not-found', 'What this belongs to is not here any more.', { next: 'Nothing was changed.' }),
  '40P01': problem('conflict', 'Two changes were in each other’s way.', { next: 'Try again: nothing was changed.' }),
  '40001': problem('conflict', 'Two changes were in each other’s way.', { next: 'Try again: nothing was changed.' }),
});

const AWAY = problem('storage', 'The team’s database does not answer.', {
  why: 'It may be starting again.',
  next: 'Try again in a moment: what was acknowledged is kept.',
});

/** Class 08 and 57P: connection lost, or the server going down or coming up (PostgreSQL's appendix A). */
const AWAY_CODES = /^(?:08|57P|53300|ECONN|ENOENT|EPIPE|ETIMEDOUT)/;

/** The problem behind an error of the database driver; null where it is a bug. */
export function toStoreProblem(error: unknown): Problem | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (PROBLEM_BY_CODE[code]) return PROBLEM_BY_CODE[code];
  if (AWAY_CODES.test(code)) return AWAY;
  return error instanceof Error && /Connection terminated|connection timeout|is not queryable/i.test(error.message) ? AWAY : null;
}
