import type { DatabaseSync } from 'node:sqlite';

/** Lines of one kept transcript that follow each other in a session put together from several. */
export interface MergedRun {
  /** The first of them as the session counts it. */
  readonly start: number;
  readonly transcript: number;
  /** The first of them as the transcript counts it. */
  readonly line: number;
  readonly count: number;
}

/** Which kept line each line of a session is, where it was put together from several copies. */
export function createMergedLinesTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO merged_lines (derivation, start, transcript, line, count) VALUES (?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT transcript, line + (?2 - start) AS line FROM merged_lines WHERE derivation = ?1 AND start <= ?2 AND start + count > ?2');
  const selectAny = db.prepare('SELECT 1 FROM merged_lines WHERE derivation = ? LIMIT 1');

  return {
    add: (derivation: number, runs: readonly MergedRun[]): void => {
      for (const { start, transcript, line, count } of runs) insert.run(derivation, start, transcript, line, count);
    },
    isMerged: (derivation: number): boolean => selectAny.get(derivation) !== undefined,
    find: (derivation: number, line: number): { transcript: number; line: number } | null => {
      const row = select.get(derivation, line);
      return row ? { transcript: Number(row['transcript']), line: Number(row['line']) } : null;
    },
  };
}
