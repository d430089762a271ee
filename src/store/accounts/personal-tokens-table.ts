import { sql } from 'kysely';
import { makeAccountId } from '../../model/account-ids.ts';
import type { TeamRole } from '../../model/team-role.ts';
import type { AccountsDatabase } from './accounts-database.ts';

export interface PersonalTokenRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedOn: string | null;
}

export interface TokenHolder {
  readonly organisation: string;
  readonly person: string;
  readonly role: TeamRole;
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

/** Whose token this is the hash of, where they are of an organisation; that it was used today is written down once a day. */
export async function findHolderOfToken(db: AccountsDatabase, hash: string, today: string): Promise<TokenHolder | null> {
  const { rows } = await sql<TokenHolder & { id: string; lastUsedOn: string | null }>`
    select t.id, t.person, t.last_used_on as "lastUsedOn", m."organizationId" as organisation, m.role
    from auth.personal_token t join auth.member m on m."userId" = t.person where t.hash = ${hash}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  const { id, lastUsedOn, ...holder } = row;
  if (lastUsedOn !== today) await db.updateTable('personal_token').set({ last_used_on: today }).where('id', '=', id).execute();
  return holder;
}

/** Whether this person had such a token. */
export async function removePersonalToken(db: AccountsDatabase, person: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('personal_token').where('id', '=', id).where('person', '=', person).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function removePersonalTokens(db: AccountsDatabase, person: string): Promise<void> {
  await db.deleteFrom('personal_token').where('person', '=', person).execute();
}
