import type { DatabaseSync } from 'node:sqlite';
import { ALL_MIGRATIONS } from './migrations/all-migrations.ts';
import { runTransaction } from './run-transaction.ts';

/** Brings the database to the present shape, whichever process comes first. False when a newer Rounds has already changed it. */
export function migrate(db: DatabaseSync): boolean {
  const had = readVersion(db);
  if (had < ALL_MIGRATIONS.length) {
    runTransaction(db, () => {
      // Another process may have migrated while this one waited for the lock.
      for (const sql of ALL_MIGRATIONS.slice(readVersion(db))) db.exec(sql);
      db.exec(`PRAGMA user_version = ${Math.max(readVersion(db), ALL_MIGRATIONS.length)}`);
    });
  }
  return readVersion(db) <= ALL_MIGRATIONS.length;
}

function readVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}
