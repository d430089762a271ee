import type { DatabaseSync } from 'node:sqlite';

export interface ImportRow {
  readonly at: string;
  readonly files: number;
  readonly problems: readonly { readonly file: string; readonly what: string }[];
}

const KEPT = 100;

/** What the latest imports read and could not read. */
export function createImportsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO imports (at, files, problems) VALUES (?, ?, ?)');
  const trim = db.prepare('DELETE FROM imports WHERE id <= (SELECT max(id) FROM imports) - ?');
  const selectLast = db.prepare('SELECT at, files, problems FROM imports ORDER BY id DESC LIMIT 1');

  return {
    add: ({ at, files, problems }: ImportRow): void => {
      insert.run(at, files, JSON.stringify(problems));
      trim.run(KEPT);
    },
    getLast: (): ImportRow | null => {
      const row = selectLast.get();
      return row ? { at: String(row['at']), files: Number(row['files']), problems: JSON.parse(String(row['problems'])) as ImportRow['problems'] } : null;
    },
  };
}
