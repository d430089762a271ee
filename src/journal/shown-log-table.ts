import type { DatabaseSync } from 'node:sqlite';

/** `growth`: something of Growth, to a partner. `sign-off`: what a request for a sign-off says of my beliefs, to who should sign. */
export type ShownWhat = 'growth' | 'sign-off';

/** One time that something of this journal was shown to one person. */
export interface ShownRow {
  readonly id: number;
  readonly at: string;
  readonly host: string;
  readonly what: ShownWhat;
  /** "belief C1", "calibration all", "activity E5"; of a request "E5 4". */
  readonly subject: string;
  readonly reader: string;
  /** Null until the team answered. */
  readonly readerName: string | null;
  readonly bytes: number;
  /** What the team calls it; null until it answered. */
  readonly remote: string | null;
  /** Null while no answer came. Replaced by the same thing shown again, as it was then. */
  readonly outcome: 'sent' | 'refused' | 'replaced' | 'withdrawn' | null;
  readonly endedAt: string | null;
}

export type NewShown = Pick<ShownRow, 'at' | 'host' | 'what' | 'subject' | 'reader' | 'bytes'>;
type Answered = { readonly remote: string; readonly readerName: string };

const COLUMNS = 'id, at, host, what, subject, reader, reader_name AS readerName, bytes, remote, outcome, ended_at AS endedAt';

/** A row is written before anything leaves, and never removed. */
export function createShownLogTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO shown_log (at, host, what, subject, reader, bytes) VALUES (:at, :host, :what, :subject, :reader, :bytes)');
  const addSeen = db.prepare(`INSERT INTO shown_log (at, host, what, subject, reader, bytes, remote, reader_name, outcome)
    VALUES (:at, :host, :what, :subject, :reader, :bytes, :remote, :readerName, 'sent')`);
  const settle = db.prepare("UPDATE shown_log SET remote = :remote, reader_name = :readerName, outcome = 'sent' WHERE id = :id");
  const replaceOthers = db.prepare(`UPDATE shown_log SET outcome = 'replaced', ended_at = :at
    WHERE outcome = 'sent' AND what = 'growth' AND id <> :id AND (host, subject, reader) = (SELECT host, subject, reader FROM shown_log WHERE id = :id)`);
  const refuse = db.prepare("UPDATE shown_log SET outcome = 'refused', ended_at = ? WHERE id = ?");
  const withdraw = db.prepare("UPDATE shown_log SET outcome = 'withdrawn', ended_at = ? WHERE host = ? AND remote = ? AND outcome = 'sent'");
  const selectAll = db.prepare(`SELECT ${COLUMNS} FROM shown_log ORDER BY id DESC`);
  const selectOne = db.prepare(`SELECT ${COLUMNS} FROM shown_log WHERE id = ?`);

  return {
    begin: (given: NewShown): number => Number(insert.run({ ...given }).lastInsertRowid),
    /** It arrived; what was shown of the same to the same person before is gone. */
    settle: (id: number, at: string, answered: Answered): void => {
      settle.run({ id, ...answered });
      replaceOthers.run({ id, at });
    },
    refuse: (id: number, at: string): void => void refuse.run(at, id),
    withdraw: (host: string, remote: string, at: string): void => void withdraw.run(at, host, remote),
    /** Shown from another machine of mine: here it is known from now on. */
    addSeen: (seen: NewShown & Answered): void => void addSeen.run({ ...seen }),
    get: (id: number): ShownRow | null => (selectOne.get(id) as unknown as ShownRow | undefined) ?? null,
    /** The latest first. */
    list: (): ShownRow[] => selectAll.all() as unknown as ShownRow[],
  };
}
