import type { AccountsDatabase } from './accounts-database.ts';

export interface CalendarLinkRow {
  readonly createdAt: Date;
  readonly lastUsedOn: string | null;
}

/** One a person: a new one ends the one before. */
export async function setCalendarLink(db: AccountsDatabase, person: string, { hash, at }: { hash: string; at: Date }): Promise<void> {
  const link = { hash, created_at: at, last_used_on: null };
  await db
    .insertInto('calendar_link')
    .values({ person, ...link })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(link))
    .execute();
}

export async function findCalendarLink(db: AccountsDatabase, person: string): Promise<CalendarLinkRow | null> {
  const row = await db
    .selectFrom('calendar_link')
    .select(['created_at as createdAt', 'last_used_on as lastUsedOn'])
    .where('person', '=', person)
    .executeTakeFirst();
  return row ?? null;
}

/** Whose calendar has a key with this hash; that it was used today is written down once a day. */
export async function findPersonOfCalendar(db: AccountsDatabase, hash: string, today: string): Promise<string | null> {
  const row = await db.selectFrom('calendar_link').select(['person', 'last_used_on']).where('hash', '=', hash).executeTakeFirst();
  if (!row) return null;
  if (row.last_used_on !== today) await db.updateTable('calendar_link').set({ last_used_on: today }).where('hash', '=', hash).execute();
  return row.person;
}

/** Whether there was one. */
export async function removeCalendarLink(db: AccountsDatabase, person: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('calendar_link').where('person', '=', person).executeTakeFirst();
  return numDeletedRows === 1n;
}
