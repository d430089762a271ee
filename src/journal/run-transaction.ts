import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in one write transaction, all or nothing. Nested calls join the outer one. */
export function runTransaction<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  // A deferred BEGIN that later upgrades to a write fails at once, whatever the busy timeout.
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // SQLite has already rolled back after some failures (a full disk among them).
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
