import type { DatabaseSync } from 'node:sqlite';
import type { MomentId } from '../model/moment.ts';

/** What a second reader said of a moment; `json` is its checked answer. */
export interface ReadingRow {
  readonly moment: MomentId;
  /** SHA-256 of what was sent and where: the same is never asked twice. */
  readonly request: string;
  /** Which model, on which host. */
  readonly reader: string;
  readonly at: string;
  readonly json: string;
}

export function createReadingsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR REPLACE INTO readings (moment, request, reader, at, json) VALUES (?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT moment, request, reader, at, json FROM readings WHERE moment = ?');
  const selectByRequest = db.prepare('SELECT moment, request, reader, at, json FROM readings WHERE request = ? LIMIT 1');
  const selectAll = db.prepare('SELECT moment, request, reader, at, json FROM readings ORDER BY moment');
  const remove = db.prepare('DELETE FROM readings WHERE moment = ?');
  const removeAll = db.prepare('DELETE FROM readings');
  const countAll = db.prepare('SELECT count(*) AS n FROM readings');

  return {
    save: ({ moment, request, reader, at, json }: ReadingRow): void => void insert.run(moment, request, reader, at, json),
    get: (moment: MomentId): ReadingRow | null => (select.get(moment) as ReadingRow | undefined) ?? null,
    list: (): ReadingRow[] => selectAll.all() as unknown as ReadingRow[],
    findByRequest: (request: string): ReadingRow | null => (selectByRequest.get(request) as ReadingRow | undefined) ?? null,
    remove: (moment: MomentId): void => void remove.run(moment),
    removeAll: (): void => void removeAll.run(),
    count: (): number => Number(countAll.get()?.['n']),
  };
}
