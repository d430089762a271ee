import type { Me } from '../../../model/api/team/accounts.ts';
import { findMembership } from '../../../store/accounts/members-table.ts';
import type { AccountsApp } from './accounts-app.ts';

/** Null where the account is gone, or of no organisation. */
export async function showMe({ accounts }: AccountsApp, person: string): Promise<Me | null> {
  const found = await findMembership(accounts, person);
  if (!found) return null;
  const { name, email, role, organisation, organisationName } = found;
  return { id: person, name, email, role, organisation: { id: organisation, name: organisationName } };
}
