import type { Person } from '../../../model/api/team/accounts.ts';
import { listMembers } from '../../../store/accounts/members-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';

/** Everybody of the caller's organisation, and nobody else. */
export async function listPeople({ accounts }: AccountsApp, { organisation }: Caller): Promise<Person[]> {
  return (await listMembers(accounts, organisation)).map(({ person, name, email, role }) => ({ id: person, name, email, role }));
}
