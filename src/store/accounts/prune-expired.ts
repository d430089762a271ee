import type { AccountsDatabase } from './accounts-database.ts';

/** Removes what can no longer be used: a person who never came back leaves no session, nobody's code stays for ever. */
export async function pruneExpired(db: AccountsDatabase, now: Date): Promise<void> {
  for (const table of ['session', 'verification', 'deviceCode'] as const) await db.deleteFrom(table).where('expiresAt', '<', now).execute();
  await db.deleteFrom('set_up_link').where('expires_at', '<', now).execute();
  await db.updateTable('invitation').set({ status: 'expired', tokenHash: null }).where('status', '=', 'pending').where('expiresAt', '<', now).execute();
}
