import type { DatabaseSync } from 'node:sqlite';
import { comparisonSchema, type Comparison } from '../model/comparison.ts';

const toComparison = (row: Record<string, unknown>): Comparison => comparisonSchema.parse(JSON.parse(String(row['json'])));

/** Outputs compared blind, as documents. */
export function createComparisonsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO comparisons (id, state, drawn_at, json) VALUES (?, ?, ?, ?)');
  const update = db.prepare('UPDATE comparisons SET state = ?, json = ? WHERE id = ? AND state = ?');
  const selectByStart = db.prepare('SELECT json FROM comparisons WHERE substr(id, 1, length(?1)) = ?1');
  const selectAll = db.prepare('SELECT json FROM comparisons ORDER BY drawn_at DESC, id');

  return {
    add: (comparison: Comparison): void => void insert.run(comparison.id, comparison.state, comparison.drawnAt, JSON.stringify(comparison)),
    /** False where it has left the expected state meanwhile: two processes cannot both seal it. */
    update: (comparison: Comparison, expected: Comparison['state']): boolean =>
      update.run(comparison.state, JSON.stringify(comparison), comparison.id, expected).changes === 1,
    /** By the beginning of their id. */
    find: (start: string): Comparison[] => selectByStart.all(start).map(toComparison),
    /** The latest first. */
    list: (): Comparison[] => selectAll.all().map(toComparison),
  };
}
