import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { TeamRole } from '../../../model/team-role.ts';
import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';
import { findRole, lockOwners } from '../../../store/accounts/members-table.ts';
import type { AccountsApp } from '../accounts/accounts-app.ts';
import { inAccounts } from '../accounts/in-accounts.ts';
import type { Caller } from '../caller.ts';

interface Standing {
  readonly tx: AccountsDatabase;
  /** Of the person it is about. */
  readonly role: TeamRole;
  /** Nobody else could give the organisation an owner. */
  readonly isLastOwner: boolean;
}

/**
 * Changes who `person` is in the caller's organisation, which its owners may. They are locked meanwhile: of two owners who lower each other at once
 * the second is not one any more.
 */
export function asOwner(
  { accounts }: Pick<AccountsApp, 'accounts'>,
  caller: Caller,
  person: string,
  work: (standing: Standing) => Promise<Result<null, Problem>>,
): Promise<Result<null, Problem>> {
  return inAccounts(accounts, async (tx) => {
    const owners = await lockOwners(tx, caller.organisation);
    if (!owners.includes(caller.person)) return failed(problem('not-allowed', 'This is for an owner of the organisation.'));
    const role = await findRole(tx, caller.organisation, person);
    if (role === null) return failed(nobody());
    return work({ tx, role, isLastOwner: owners.length === 1 && owners[0] === person });
  });
}

export const nobody = (): Problem => problem('not-found', 'There is no such person in your organisation.', { next: 'Reload to see who is.' });

export const lastOwner = (): Problem =>
  problem('conflict', 'An organisation has an owner at all times, and this is the only one.', { next: 'Hand ownership over first.' });
