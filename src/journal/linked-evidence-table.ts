import type { DatabaseSync } from 'node:sqlite';
import { linkedEvidenceSchema, type LinkedEvidence } from '../model/linked-evidence.ts';

const parse = (row: Record<string, unknown>): LinkedEvidence => linkedEvidenceSchema.parse(JSON.parse(String(row['json'])));

/** What a person linked to activities. What was taken away stays as a row, so that it does not come back from another machine. */
export function createLinkedEvidenceTable(db: DatabaseSync) {
  const replace = db.prepare('INSERT OR REPLACE INTO linked_evidence (id, at, json) VALUES (?, ?, ?)');
  const select = db.prepare('SELECT json FROM linked_evidence WHERE id = ?');
  const selectAll = db.prepare('SELECT json FROM linked_evidence ORDER BY at DESC, id');

  return {
    save: (row: LinkedEvidence): void => void replace.run(row.id, row.at, JSON.stringify(linkedEvidenceSchema.parse(row))),
    get: (id: string): LinkedEvidence | null => {
      const row = select.get(id);
      return row ? parse(row) : null;
    },
    /** The latest first, those that were taken away too. */
    listAll: (): LinkedEvidence[] => selectAll.all().map(parse),
    list: (): LinkedEvidence[] =>
      selectAll
        .all()
        .map(parse)
        .filter(({ removedAt }) => removedAt === null),
  };
}
