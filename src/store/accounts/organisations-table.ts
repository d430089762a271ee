import { makeAccountId } from '../../model/account-ids.ts';
import type { AccountsDatabase } from './accounts-database.ts';

export async function hasOrganisation(db: AccountsDatabase): Promise<boolean> {
  return (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Returns its id. */
export async function addOrganisation(db: AccountsDatabase, name: string): Promise<string> {
  const id = makeAccountId('organization');
  await db.insertInto('organization').values({ id, name, slug: id, createdAt: new Date(), oidcIssuer: null }).execute();
  return id;
}

/** Which organisation takes whoever this identity provider knows; at most one does. */
export async function findOrganisationOfIssuer(db: AccountsDatabase, issuer: string): Promise<string | null> {
  return (await db.selectFrom('organization').select('id').where('oidcIssuer', '=', issuer).executeTakeFirst())?.id ?? null;
}

export async function setOidcIssuer(db: AccountsDatabase, organisation: string, issuer: string | null): Promise<void> {
  await db.updateTable('organization').set({ oidcIssuer: issuer }).where('id', '=', organisation).execute();
}

export async function findOrganisationName(db: AccountsDatabase, organisation: string): Promise<string | null> {
  return (await db.selectFrom('organization').select('name').where('id', '=', organisation).executeTakeFirst())?.name ?? null;
}
