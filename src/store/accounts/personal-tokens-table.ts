import { makeAccountId } from '../../model/account-ids.ts';
import type { AccountsDatabase } from './accounts-database.ts';

export interface PersonalTokenRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedOn: string | null;
}

export async function addPersonalToken(
  db: AccountsDatabase,
  { person, name, hash, now }: { person: string; name: string; hash: string; now: Date },
): Promise<PersonalTokenRow> {
  const id = makeAccountId('personal_token');
  await db.insertInto('personal_token').values({ id, person, name, hash, created_at: now, last_used_on: null }).execute();
  return { id, name, createdAt: now, lastUsedOn: null };
}

export async function listPersonalTokens(db: AccountsDatabase, person: string): Promise<PersonalTokenRow[]> {
  return db
    .selectFrom('personal_token')
    .select(['id', 'name', 'created_at as createdAt', 'last_used_on as lastUsedOn'])
    .where('person', '=', person)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Whose token this is the hash of; that it was used today is written down once a day. */
export async function findPersonOfToken(db: AccountsDatabase, hash: string, today: string): Promise<string | null> {
  const row = await db.selectFrom('personal_token').select(['id', 'person', 'last_used_on']).where('hash', '=', hash).executeTakeFirst();
  if (!row) return null;
  if (row.last_used_on !== today) await db.updateTable('personal_token').set({ last_used_on: today }).where('id', '=', row.id).execute();
  return row.person;
}

/** Whether this person had such a token. */
export async function removePersonalToken(db: AccountsDatabase, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('personal_token').where('id', '=', id).where('person', '=', person).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function removePersonalTokens(db: AccountsDatabase, person: string): Promise<void> {
  await db.deleteFrom('personal_token').where('person', '=', person).execute();
}
