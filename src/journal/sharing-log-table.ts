import type { DatabaseSync } from 'node:sqlite';
import type { MomentId } from '../model/moment.ts';

/** One time that something left this machine. */
export interface SharingRow {
  readonly id: number;
  readonly at: string;
  readonly moment: MomentId;
  readonly host: string;
  readonly bytes: number;
  /** Null while it is on its way, and for ever where Rounds ended meanwhile. */
  readonly outcome: string | null;
}

/** Everything that ever left this machine, or one whose journal was brought here, written before it does. Rows are only added. */
export function createSharingLogTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO sharing_log (at, moment, host, bytes) VALUES (?, ?, ?, ?)');
  const addBrought = db.prepare(
    `INSERT INTO sharing_log (at, moment, host, bytes, outcome) SELECT :at, :moment, :host, :bytes, :outcome
      WHERE NOT EXISTS (SELECT 1 FROM sharing_log WHERE at = :at AND moment = :moment AND host = :host AND bytes = :bytes)`,
  );
  const endBrought = db.prepare(
    'UPDATE sharing_log SET outcome = :outcome WHERE at = :at AND moment = :moment AND host = :host AND bytes = :bytes AND outcome IS NULL',
  );
  const end = db.prepare('UPDATE sharing_log SET outcome = ? WHERE id = ?');
  const selectLast = db.prepare('SELECT id, at, moment, host, bytes, outcome FROM sharing_log ORDER BY id DESC LIMIT ?');
  const selectAll = db.prepare('SELECT id, at, moment, host, bytes, outcome FROM sharing_log ORDER BY at, id');
  const countSince = db.prepare('SELECT count(*) AS n FROM sharing_log WHERE at >= ?');

  return {
    begin: ({ at, moment, host, bytes }: Pick<SharingRow, 'at' | 'moment' | 'host' | 'bytes'>): number =>
      Number(insert.run(at, moment, host, bytes).lastInsertRowid),
    end: (id: number, outcome: string): void => void end.run(outcome, id),
    /** Of another machine's log: what is here already is not written twice, and learns how it ended. */
    addMissing: ({ at, moment, host, bytes, outcome }: Omit<SharingRow, 'id'>): void => {
      addBrought.run({ at, moment, host, bytes, outcome });
      endBrought.run({ at, moment, host, bytes, outcome });
    },
    /** The latest first. */
    listLast: (limit: number): SharingRow[] => selectLast.all(limit) as unknown as SharingRow[],
    list: (): SharingRow[] => selectAll.all() as unknown as SharingRow[],
    countSince: (at: string): number => Number(countSince.get(at)?.['n']),
  };
}
