import { hashPassword } from 'better-auth/crypto';
import type { InvitationLook, Join } from '../../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { hashSecret } from '../../../store/accounts/hash-secret.ts';
import { findInvitation, useInvitation } from '../../../store/accounts/invitations-table.ts';
import { addMember } from '../../../store/accounts/members-table.ts';
import { addUser, isEmailTaken } from '../../../store/accounts/users-table.ts';
import type { AccountsApp } from './accounts-app.ts';
import { inAccounts } from './in-accounts.ts';

const notOpen = problem('not-allowed', 'This invitation is not, or no longer, open.', {
  why: 'A link can be used once, within 7 days.',
  next: 'Ask whoever sent it for a new one.',
});

/** What the page of an invitation shows before anybody joins. */
export async function showInvitation({ accounts, clock }: AccountsApp, token: string): Promise<Result<InvitationLook, Problem>> {
  const invitation = await findInvitation(accounts, hashSecret(token), clock());
  if (!invitation) return failed(notOpen);
  const { organisationName, email, invitedBy } = invitation;
  return ok({ organisation: organisationName, email, invitedBy });
}

/** Makes the invited person's account and uses the invitation up, both or neither. Returns the e-mail address to sign in with. */
export async function joinOrganisation({ accounts, clock }: AccountsApp, { token, name, password }: Join): Promise<Result<{ email: string }, Problem>> {
  return inAccounts(accounts, async (tx) => {
    const invitation = await findInvitation(tx, hashSecret(token), clock());
    if (!invitation || !(await useInvitation(tx, invitation.id, clock()))) return failed(notOpen);
    const { organisation, email, role } = invitation;
    if (await isEmailTaken(tx, email))
      return failed(problem('conflict', 'There is an account with this e-mail address already.', { next: 'Sign in with it.' }));
    const person = await addUser(tx, { name, email, passwordHash: await hashPassword(password) });
    await addMember(tx, { organisation, person, role });
    return ok({ email });
  });
}
