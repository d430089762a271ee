import type { Invitation } from '../../../model/api/team/accounts.ts';
import { listInvitations as readInvitations } from '../../../store/accounts/invitations-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';

/** The invitations of the caller's organisation that can still be used. */
export async function listInvitations({ accounts, clock }: AccountsApp, { organisation }: Caller): Promise<Invitation[]> {
  const rows = await readInvitations(accounts, organisation, clock());
  return rows.map(({ id, email, role, invitedBy, expiresAt }) => ({ id, email, role, invitedBy, expiresAt: expiresAt.toISOString() }));
}
