import { randomBytes } from 'node:crypto';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { findMembership } from '../../../store/accounts/members-table.ts';
import type { Caller } from '../caller.ts';
import type { TeamApp } from '../team-app.ts';

/** A letter to the caller at once, past the outbox: what the mail server says of it is the answer. */
export async function sendTrial(
  { accounts, clock, mailer, publicUrl }: Pick<TeamApp, 'accounts' | 'clock' | 'mailer' | 'publicUrl'>,
  caller: Caller,
): Promise<Result<null, Problem>> {
  const me = await findMembership(accounts, caller.person);
  if (mailer === null || me === null)
    return failed(problem('conflict', 'This server sends no e-mail.', { next: 'Whoever runs it sets ROUNDS_SMTP_URL and starts it again.' }));
  const sent = await mailer.send(
    {
      to: me.email,
      subject: 'A trial letter from Rounds',
      parts: [
        { kind: 'text', text: 'E-mail from Rounds reaches you.' },
        { kind: 'link', label: 'Open Rounds', url: publicUrl },
      ],
      unsubscribe: null,
    },
    { id: randomBytes(16).toString('hex'), at: clock() },
  );
  return sent.ok ? ok(null) : failed(sent.problem.problem);
}
