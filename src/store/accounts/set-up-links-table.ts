import type { AccountsDatabase } from './accounts-database.ts';

export async function addSetUpLink(db: AccountsDatabase, { hash, expiresAt, isFirst }: { hash: string; expiresAt: Date; isFirst: boolean }): Promise<void> {
  await db.insertInto('set_up_link').values({ hash, expires_at: expiresAt, is_first: isFirst }).execute();
}

/**
 * Whether the link was open; it is not afterwards. Every start without an organisation prints a link of its own, so with the
 * first organisation all of those are gone. Call it in a transaction: all links are locked, so that of two people one is first.
 */
export async function useSetUpLink(db: AccountsDatabase, hash: string, now: Date): Promise<boolean> {
  await db.selectFrom('set_up_link').select('hash').orderBy('hash').forUpdate().execute();
  const used = await db.deleteFrom('set_up_link').where('hash', '=', hash).where('expires_at', '>', now).returning('is_first').executeTakeFirst();
  if (used?.is_first) await db.deleteFrom('set_up_link').where('is_first', '=', true).execute();
  return used !== undefined;
}
