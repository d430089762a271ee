import { hashSecret } from '../../../store/accounts/hash-secret.ts';
import { findMembership } from '../../../store/accounts/members-table.ts';
import { findHolderOfToken } from '../../../store/accounts/personal-tokens-table.ts';
import type { Caller } from '../caller.ts';
import type { AccountsApp } from './accounts-app.ts';

/** Tells a personal token from a session's, and lets scanners for leaked secrets recognise one. */
export const PERSONAL_TOKEN_PREFIX = 'rounds_';

/** Who holds this personal token; null where it is not, or no longer, one. */
export async function identifyToken({ accounts, clock }: AccountsApp, token: string): Promise<Caller | null> {
  const holder = await findHolderOfToken(accounts, hashSecret(token), clock().toISOString().slice(0, 10));
  return holder && { ...holder, byToken: true };
}

/** What someone with a session may do now; null where they are of no organisation. */
export async function identifyPerson({ accounts }: Pick<AccountsApp, 'accounts'>, person: string): Promise<Caller | null> {
  const membership = await findMembership(accounts, person);
  return membership && { organisation: membership.organisation, person, role: membership.role, byToken: false };
}
