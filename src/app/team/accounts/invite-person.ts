import type { Invite, MadeInvitation } from '../../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { isAtLeast } from '../../../model/team-role.ts';
import { hashSecret, makeSecret } from '../../../store/accounts/hash-secret.ts';
import { addInvitation } from '../../../store/accounts/invitations-table.ts';
import { findMembership } from '../../../store/accounts/members-table.ts';
import { isEmailTaken } from '../../../store/accounts/users-table.ts';
import { toInvitationLetter } from '../mail/letters/invitation-letter.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';
import { inAccounts } from './in-accounts.ts';

const INVITATION_DAYS = 7;

/** A link for one person, told this once, and sent to them where this server sends e-mail. Nobody gives a role above their own. */
export async function invitePerson(
  { accounts, clock, publicUrl, outbox }: AccountsApp,
  caller: Caller,
  { email, role }: Invite,
): Promise<Result<MadeInvitation, Problem>> {
  if (!isAtLeast(caller.role, role)) return failed(problem('not-allowed', `Only an owner may invite an ${role}.`));
  // Whether an account is of another organisation is nobody's business here, and the answer is the same.
  if (await isEmailTaken(accounts, email)) return failed(problem('conflict', 'There is an account with this e-mail address already.'));
  const inviter = await findMembership(accounts, caller.person);
  const token = makeSecret();
  const expiresAt = new Date(clock().getTime() + INVITATION_DAYS * 86_400_000);
  const link = `${publicUrl}/join#${token}`;
  const { organisation, person } = caller;
  const made = { email, role, invitedBy: inviter?.name ?? '', expiresAt: expiresAt.toISOString(), link };
  return inAccounts<MadeInvitation>(accounts, async (tx) => {
    const id = await addInvitation(tx, { organisation, email, role, inviter: person, hash: hashSecret(token), expiresAt });
    if (outbox === null) return ok({ id, ...made, isSent: false });
    const letter = toInvitationLetter({ to: email, invitedBy: made.invitedBy, organisation: inviter?.organisationName ?? '', link, days: INVITATION_DAYS });
    const put = await outbox.put(tx, { kind: 'invitation', person: null, letter, until: expiresAt });
    return put.ok ? ok({ id, ...made, isSent: true }) : put;
  });
}
