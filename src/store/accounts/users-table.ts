import { makeAccountId } from '../../model/account-ids.ts';
import type { AccountsDatabase } from './accounts-database.ts';

export async function isEmailTaken(db: AccountsDatabase, email: string): Promise<boolean> {
  return (await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()) !== undefined;
}

/** An account that signs in with a password, as better-auth would write it. Returns the person's id. */
export async function addUser(db: AccountsDatabase, { name, email, passwordHash }: { name: string; email: string; passwordHash: string }): Promise<string> {
  const id = makeAccountId('user');
  // Nobody has shown that they read this mailbox: a link is handed over by a person.
  await db.insertInto('user').values({ id, name, email, emailVerified: false, image: null }).execute();
  await db
    .insertInto('account')
    .values({ id: makeAccountId('account'), accountId: id, providerId: 'credential', userId: id, password: passwordHash, updatedAt: new Date() })
    .execute();
  return id;
}

/** Every browser and every command line of this person is signed out at once. */
export async function endSessions(db: AccountsDatabase, person: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', person).execute();
}

/** Whether this person signs in through `provider`. */
export async function hasAccountAt(db: AccountsDatabase, person: string, provider: string): Promise<boolean> {
  return (await db.selectFrom('account').select('id').where('userId', '=', person).where('providerId', '=', provider).executeTakeFirst()) !== undefined;
}
