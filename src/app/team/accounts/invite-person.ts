import type { Invite, MadeInvitation } from '../../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { isAtLeast } from '../../../model/team-role.ts';
import { hashSecret, makeSecret } from '../../../store/accounts/hash-secret.ts';
import { addInvitation } from '../../../store/accounts/invitations-table.ts';
import { findMembership } from '../../../store/accounts/members-table.ts';
import { isEmailTaken } from '../../../store/accounts/users-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';

const INVITATION_DAYS = 7;

/** A link for one person, told this once. Nobody gives a role above their own. */
export async function invitePerson(
  { accounts, clock, publicUrl }: AccountsApp,
  caller: Caller,
  { email, role }: Invite,
): Promise<Result<MadeInvitation, Problem>> {
  if (!isAtLeast(caller.role, role)) return failed(problem('not-allowed', `Only an owner may invite an ${role}.`));
  // Whether an account is of another organisation is nobody's business here, and the answer is the same.
  if (await isEmailTaken(accounts, email)) return failed(problem('conflict', 'There is an account with this e-mail address already.'));
  const inviter = await findMembership(accounts, caller.person);
  const token = makeSecret();
  const expiresAt = new Date(clock().getTime() + INVITATION_DAYS * 86_400_000);
  const id = await addInvitation(accounts, { organisation: caller.organisation, email, role, inviter: caller.person, hash: hashSecret(token), expiresAt });
  return ok({ id, email, role, invitedBy: inviter?.name ?? '', expiresAt: expiresAt.toISOString(), link: `${publicUrl}/join#${token}` });
}
