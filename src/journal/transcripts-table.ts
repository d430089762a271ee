import type { DatabaseSync } from 'node:sqlite';
import type { PortableTranscript } from './portable-file.ts';
import type { AgentName } from '../model/agent.ts';
import type { SessionId } from '../model/session.ts';

/** What a file looked like when it was last read: equal stamps mean that nothing needs reading. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly inode: number;
}

export type TranscriptState = 'read' | 'not-a-transcript';

/** One file as it once was, or one session of it. A rewritten file begins a new generation; the older ones are kept. */
export interface TranscriptRow extends FileStamp {
  readonly id: number;
  readonly path: string;
  /** The session's own id within a file that holds several; '' for the file itself. */
  readonly part: string;
  /** The source that unpacked what is kept into messages; null where the file's own lines are kept. */
  readonly format: string | null;
  readonly generation: number;
  readonly state: TranscriptState;
  readonly agent: AgentName | null;
  /** Bytes of complete lines kept, and how many lines they are. */
  readonly captured: number;
  readonly lines: number;
  /** SHA-256 of the first `captured` bytes, in hex. */
  readonly prefixHash: string;
  readonly hasTail: boolean;
  readonly session: SessionId | null;
  /** The version of readers and rules whose events and moments stand in the journal; null when there are none yet. */
  readonly derivedBy: string | null;
  readonly demo: boolean;
}

export interface NewTranscript extends FileStamp {
  readonly path: string;
  readonly part?: string;
  readonly format: string | null;
  readonly state: TranscriptState;
  readonly agent: AgentName | null;
  readonly demo: boolean;
}

const COLUMNS = `id, path, part, format, generation, state, agent, size, mtime_ms AS mtimeMs, inode, captured, lines, prefix_hash AS prefixHash,
  tail IS NOT NULL AS hasTail, session, derived_by AS derivedBy, demo`;

const toRow = (row: Record<string, unknown>): TranscriptRow => ({ ...row, hasTail: row['hasTail'] === 1, demo: row['demo'] === 1 }) as unknown as TranscriptRow;

export function createTranscriptsTable(db: DatabaseSync) {
  const selectCurrent = db.prepare(`SELECT ${COLUMNS} FROM transcripts WHERE part = '' AND current = 1`);
  const selectCurrentByPath = db.prepare(`SELECT ${COLUMNS} FROM transcripts WHERE path = ? AND part = ? AND current = 1`);
  const selectById = db.prepare(`SELECT ${COLUMNS} FROM transcripts WHERE id = ?`);
  const selectStale = db.prepare(`SELECT ${COLUMNS} FROM transcripts WHERE state = 'read' AND derived_by IS NOT ?
    AND (current = 1 OR id IN (SELECT d.transcript FROM derivations d JOIN sessions s ON s.derivation = d.id)) AND (captured > 0 OR tail IS NOT NULL) ORDER BY mtime_ms DESC`);
  const selectKept = db.prepare(`SELECT ${COLUMNS} FROM transcripts WHERE state = 'read' AND demo = 0 AND (captured > 0 OR tail IS NOT NULL) ORDER BY id`);
  const insertBrought = db.prepare(`INSERT INTO transcripts (path, generation, state, agent, size, mtime_ms, inode, part, format)
    VALUES (?1, (SELECT coalesce(max(generation), 0) + 1 FROM transcripts WHERE path = ?1), 'read', ?2, ?3, ?4, 0, ?5, ?6)`);
  const selectRelated = db.prepare(`SELECT ${COLUMNS} FROM transcripts t WHERE t.state = 'read' AND (t.captured > 0 OR t.tail IS NOT NULL) AND t.id <> :id
    AND t.demo = :demo AND t.agent IS :agent AND (t.format IS NULL) = (:format IS NULL)
    AND ((t.path = :path AND t.part = :part) OR t.session = :session
      OR t.id IN (SELECT d.transcript FROM derivations d JOIN sessions s ON s.derivation = d.id WHERE s.id = :session))`);
  const retire = db.prepare('UPDATE transcripts SET current = 0 WHERE path = ? AND part = ?');
  const insert = db.prepare(`INSERT INTO transcripts (path, generation, state, agent, size, mtime_ms, inode, demo, part, format)
    VALUES (?1, (SELECT coalesce(max(generation), 0) + 1 FROM transcripts WHERE path = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`);
  const stamp = db.prepare('UPDATE transcripts SET size = ?, mtime_ms = ?, inode = ? WHERE id = ?');
  const classify = db.prepare('UPDATE transcripts SET state = ?, agent = ?, format = ? WHERE id = ?');
  const extend = db.prepare('UPDATE transcripts SET captured = ?, lines = ?, prefix_hash = ?, tail = ?, derived_by = NULL WHERE id = ?');
  const selectTail = db.prepare('SELECT tail FROM transcripts WHERE id = ?');
  const derive = db.prepare('UPDATE transcripts SET session = ?, derived_by = ? WHERE id = ?');
  const setSession = db.prepare('UPDATE transcripts SET session = ? WHERE id = ?');
  const staleBySession = db.prepare('UPDATE transcripts SET derived_by = NULL WHERE session = ? RETURNING id');
  const dropUnknown = db.prepare('DELETE FROM unknown_records WHERE transcript = ?');
  const insertUnknown = db.prepare('INSERT INTO unknown_records (transcript, name, count) VALUES (?, ?, ?)');
  const selectUnknown = db.prepare('SELECT name, sum(count) AS count FROM unknown_records WHERE transcript = ? GROUP BY name ORDER BY name');
  const selectDemo = db.prepare('SELECT id FROM transcripts WHERE demo = 1');
  const remove = db.prepare('DELETE FROM transcripts WHERE id = ?');

  return {
    /** The latest generation of every file ever seen, without the sessions kept apart from it. */
    listCurrent: (): TranscriptRow[] => selectCurrent.all().map(toRow),
    /** Those whose events and moments were not made by `derivedBy`, or not made at all, newest first. */
    listStale: (derivedBy: string): TranscriptRow[] => selectStale.all(derivedBy).map(toRow),
    /** Every generation of every file that something is kept of, without the demo's. */
    listKept: (): TranscriptRow[] => selectKept.all().map(toRow),
    /** What another machine kept, beside whatever else has its name. Returns its id. */
    addBrought: ({ path, part, format, agent, size, mtimeMs }: Pick<PortableTranscript, 'path' | 'part' | 'format' | 'agent' | 'size' | 'mtimeMs'>): number =>
      Number(insertBrought.run(path, agent, size, mtimeMs, part, format).lastInsertRowid),
    /** Kept copies that may hold the same session: other generations of the file, and whatever else its session was read from. */
    listRelated: ({ id, path, part, format, agent, session, demo }: TranscriptRow): TranscriptRow[] =>
      selectRelated.all({ id, path, part, format, agent, session, demo: demo ? 1 : 0 }).map(toRow),
    get: (id: number): TranscriptRow | null => {
      const row = selectById.get(id);
      return row ? toRow(row) : null;
    },
    getCurrent: (path: string, part = ''): TranscriptRow | null => {
      const row = selectCurrentByPath.get(path, part);
      return row ? toRow(row) : null;
    },
    /** Begins a new generation of the file, or of its one session. */
    add: ({ path, part = '', format, state, agent, size, mtimeMs, inode, demo }: NewTranscript): TranscriptRow => {
      retire.run(path, part);
      const { lastInsertRowid } = insert.run(path, state, agent, size, mtimeMs, inode, demo ? 1 : 0, part, format);
      return toRow(selectById.get(lastInsertRowid) ?? {});
    },
    setStamp: (id: number, { size, mtimeMs, inode }: FileStamp): void => void stamp.run(size, mtimeMs, inode, id),
    setState: (id: number, state: TranscriptState, agent: AgentName | null, format: string | null): void => void classify.run(state, agent, format, id),
    /** Records how far the file is kept; what was derived from less is out of date from here on. */
    setCaptured: (id: number, to: { captured: number; lines: number; prefixHash: string; tail: Uint8Array | null }): void =>
      void extend.run(to.captured, to.lines, to.prefixHash, to.tail, id),
    /** The last line of a file that ends without a newline, compressed; replaced whenever the file grows. */
    getTail: (id: number): Uint8Array | null => (selectTail.get(id)?.['tail'] as Uint8Array | null | undefined) ?? null,
    /** Known as soon as it is read, so that other importers find the copy. */
    setSession: (id: number, session: SessionId): void => void setSession.run(session, id),
    setDerived: (id: number, session: SessionId, by: string): void => void derive.run(session, by, id),
    /** What was derived of the session's other copies is out of date. Returns them. */
    setStaleBySession: (session: SessionId): number[] => staleBySession.all(session).map((row) => Number(row['id'])),
    setUnknownRecords: (id: number, counts: Readonly<Record<string, number>>): void => {
      dropUnknown.run(id);
      for (const [name, count] of Object.entries(counts)) insertUnknown.run(id, name, count);
    },
    getUnknownRecords: (id: number): Record<string, number> =>
      Object.fromEntries(selectUnknown.all(id).map((row) => [String(row['name']), Number(row['count'])])),
    listDemoIds: (): number[] => selectDemo.all().map((row) => Number(row['id'])),
    /** With its raw lines. Sessions derived from it must be removed first. */
    remove: (id: number): void => void remove.run(id),
  };
}
