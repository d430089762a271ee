import { hashPassword } from 'better-auth/crypto';
import type { SetUp } from '../../../model/api/team/accounts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { hashSecret } from '../../../store/accounts/hash-secret.ts';
import { addMember } from '../../../store/accounts/members-table.ts';
import { addOrganisation } from '../../../store/accounts/organisations-table.ts';
import { useSetUpLink } from '../../../store/accounts/set-up-links-table.ts';
import { addUser, isEmailTaken } from '../../../store/accounts/users-table.ts';
import type { AccountsApp } from './accounts-app.ts';
import { inAccounts } from './in-accounts.ts';

/** Makes the organisation and its first owner. `not-allowed` where the link is not, or no longer, one; `conflict` where the e-mail has an account. */
export async function setUpOrganisation({ accounts, clock }: AccountsApp, given: SetUp): Promise<Result<{ person: string }, Problem>> {
  return inAccounts(accounts, async (tx) => {
    if (!(await useSetUpLink(tx, hashSecret(given.token), clock()))) {
      return failed(
        problem('not-allowed', 'This set-up link is not, or no longer, open.', {
          why: 'A link can be used once, within 7 days.',
          next: 'If your organisation is set up, sign in. Else start "rounds serve" again: it prints a new link as long as there is none.',
        }),
      );
    }
    if (await isEmailTaken(tx, given.email)) return failed(problem('conflict', 'There is an account with this e-mail address already.'));
    const person = await addUser(tx, { name: given.name, email: given.email, passwordHash: await hashPassword(given.password) });
    const organisation = await addOrganisation(tx, given.organisation);
    await addMember(tx, { organisation, person, role: 'owner' });
    return ok({ person });
  });
}
