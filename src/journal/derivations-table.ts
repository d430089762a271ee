import type { DatabaseSync } from 'node:sqlite';

/**
 * A derivation is one reading of a transcript into events and facts. Its rows are written in short transactions and become a
 * session only when the session row points to them, so that readers never see half and writers never wait long.
 */
export function createDerivationsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO derivations (transcript, begun_at) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM derivations WHERE id = ?');
  const selectTranscript = db.prepare('SELECT transcript FROM derivations WHERE id = ?');
  // A day: longer than any import, so that another process's unfinished work is never taken away.
  const sweep = db.prepare(
    "DELETE FROM derivations WHERE id NOT IN (SELECT derivation FROM sessions) AND begun_at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, '-1 day')",
  );

  return {
    begin: (transcript: number, at: string): number => Number(insert.run(transcript, at).lastInsertRowid),
    /** With its events and facts. */
    remove: (id: number): void => void remove.run(id),
    getTranscript: (id: number): number | null => (selectTranscript.get(id)?.['transcript'] as number | undefined) ?? null,
    /** Removes what importers that were killed left half done, more than a day ago. */
    sweep: (now: string): void => void sweep.run(now),
  };
}
