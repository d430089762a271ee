import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { addMember, findMembership, findRoleWhenLeft } from '../../../store/accounts/members-table.ts';
import { findOrganisationOfIssuer, setOidcIssuer } from '../../../store/accounts/organisations-table.ts';
import { hasAccountAt } from '../../../store/accounts/users-table.ts';
import type { Caller } from '../caller.ts';
import { OIDC_ID, type AccountsApp } from './accounts-app.ts';

/** Opens or closes the caller's organisation to whoever this server's identity provider knows. */
export async function allowOidc({ accounts, oidcIssuer }: AccountsApp, { organisation }: Caller, allow: boolean): Promise<Result<null, Problem>> {
  if (allow && oidcIssuer === null)
    return failed(problem('conflict', 'This server has no identity provider.', { next: 'Whoever runs it sets ROUNDS_OIDC_ISSUER and starts it again.' }));
  if (allow && oidcIssuer !== null) {
    const holder = await findOrganisationOfIssuer(accounts, oidcIssuer);
    if (holder !== null && holder !== organisation) return failed(problem('conflict', 'Another organisation of this server takes its people already.'));
  }
  await setOidcIssuer(accounts, organisation, allow ? oidcIssuer : null);
  return ok(null);
}

/** Whether the caller's organisation is open to them. */
export async function allowsOidc({ accounts, oidcIssuer }: AccountsApp, { organisation }: Caller): Promise<boolean> {
  return oidcIssuer !== null && (await findOrganisationOfIssuer(accounts, oidcIssuer)) === organisation;
}

/** Whether somebody without an account here may get one by signing in at the identity provider. */
export async function canJoinByOidc({ accounts, oidcIssuer }: AccountsApp): Promise<boolean> {
  return oidcIssuer !== null && (await findOrganisationOfIssuer(accounts, oidcIssuer)) !== null;
}

/**
 * Whether someone who has just shown who they are may come in: as a member of an organisation, or as one who becomes a member
 * now, since it takes whoever the identity provider knows.
 */
export async function admitPerson({ accounts, oidcIssuer }: AccountsApp, person: string): Promise<boolean> {
  if (await findMembership(accounts, person)) return true;
  const organisation = oidcIssuer === null ? null : await findOrganisationOfIssuer(accounts, oidcIssuer);
  if (organisation === null || !(await hasAccountAt(accounts, person, OIDC_ID))) return false;
  // Who left, or was removed, comes back when an owner takes them back.
  if ((await findRoleWhenLeft(accounts, organisation, person)) !== null) return false;
  await addMember(accounts, { organisation, person, role: 'member' });
  return true;
}
