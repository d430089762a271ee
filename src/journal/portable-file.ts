/** One person's journal as one file: written whole or not at all, checked before anything is taken from it. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { loadSqlite } from '../sources/load-sqlite.ts';

/** "Rnds", where SQLite's file header has a place for it (https://www.sqlite.org/fileformat.html#application_id). */
const APPLICATION_ID = 0x526e6473;
const FORMAT = 1;

export type PortableKind =
  | 'round'
  | 'moment'
  | 'dismissal'
  | 'restoration'
  | 'offered'
  | 'setting'
  | 'conflict'
  | 'reading'
  | 'sharing'
  | 'belief'
  | 'card'
  | 'rating'
  | 'team-round'
  | 'settlement'
  | 'linked-evidence';

export interface PortableItem {
  readonly kind: PortableKind;
  readonly id: string;
  readonly json: string;
}

export interface PortableTranscript {
  readonly path: string;
  readonly part: string;
  readonly format: string | null;
  readonly agent: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly captured: number;
  readonly lines: number;
  readonly prefixHash: string;
  readonly tail: Uint8Array | null;
}

export interface StoredPiece {
  readonly start: number;
  readonly length: number;
  readonly firstLine: number;
  readonly zstd: Uint8Array;
}

const SCHEMA = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${FORMAT};
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE items (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id, json)) WITHOUT ROWID;
CREATE TABLE transcripts (id INTEGER PRIMARY KEY, path TEXT NOT NULL, part TEXT NOT NULL, format TEXT, agent TEXT NOT NULL, size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL, captured INTEGER NOT NULL, lines INTEGER NOT NULL, prefix_hash TEXT NOT NULL, tail BLOB);
CREATE TABLE pieces (transcript INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL, first_line INTEGER NOT NULL, zstd BLOB NOT NULL,
  PRIMARY KEY (transcript, start));
`;

export interface PortableWriter {
  readonly addItem: (item: PortableItem) => void;
  readonly addTranscript: (transcript: PortableTranscript, pieces: Iterable<StoredPiece>) => void;
}

/** Puts the file in its place only when it is complete; for its owner's eyes only. Errors of the file system and of SQLite are thrown. */
export function writePortable(path: string, about: Readonly<Record<string, string>>, write: (writer: PortableWriter) => void): void {
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  closeSync(openSync(unfinished, 'wx', 0o600));
  try {
    const db = new (loadSqlite().DatabaseSync)(unfinished);
    try {
      db.exec(`PRAGMA journal_mode = OFF; ${SCHEMA} BEGIN`);
      write(createWriter(db));
      const addAbout = db.prepare('INSERT INTO about (name, value) VALUES (?, ?)');
      for (const [name, value] of Object.entries(about)) addAbout.run(name, value);
      addAbout.run('digest', digest(db));
      db.exec('COMMIT');
    } finally {
      db.close();
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function createWriter(db: DatabaseSync): PortableWriter {
  const insertItem = db.prepare('INSERT OR IGNORE INTO items (kind, id, json) VALUES (?, ?, ?)');
  const insertTranscript = db.prepare(
    'INSERT INTO transcripts (path, part, format, agent, size, mtime_ms, captured, lines, prefix_hash, tail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertPiece = db.prepare('INSERT INTO pieces (transcript, start, length, first_line, zstd) VALUES (?, ?, ?, ?, ?)');
  return {
    addItem: ({ kind, id, json }) => void insertItem.run(kind, id, json),
    addTranscript: ({ path, part, format, agent, size, mtimeMs, captured, lines, prefixHash, tail }, pieces) => {
      const id = insertTranscript.run(path, part, format, agent, size, mtimeMs, captured, lines, prefixHash, tail).lastInsertRowid;
      for (const { start, length, firstLine, zstd } of pieces) insertPiece.run(id, start, length, firstLine, zstd);
    },
  };
}

export interface PortableFile {
  readonly about: (name: string) => string | undefined;
  readonly items: () => Iterable<PortableItem>;
  readonly transcripts: () => Iterable<PortableTranscript & { readonly id: number }>;
  readonly pieces: (transcript: number) => Iterable<StoredPiece>;
  readonly close: () => void;
}

/** Told from its first bytes. */
export function isPortableFile(path: string): boolean {
  const head = Buffer.alloc(72);
  const file = openSync(path, 'r');
  try {
    return readSync(file, head, 0, 72, 0) === 72 && head.toString('latin1', 0, 15) === 'SQLite format 3' && head.readUInt32BE(68) === APPLICATION_ID;
  } finally {
    closeSync(file);
  }
}

/** `damaged`: SQLite, or its own digest, says that it is not what was written. */
export function openPortable(path: string): PortableFile | 'newer' | 'damaged' {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const db = new (loadSqlite().DatabaseSync)(url, { readOnly: true });
  try {
    if (Number(db.prepare('PRAGMA user_version').get()?.['user_version']) > FORMAT) {
      db.close();
      return 'newer';
    }
    const isWhole = db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
    const file = isWhole ? createReader(db) : null;
    if (file && file.about('digest') === digest(db)) return file;
    db.close();
    return 'damaged';
  } catch (error) {
    db.close();
    throw error;
  }
}

function createReader(db: DatabaseSync): PortableFile {
  const selectAbout = db.prepare('SELECT value FROM about WHERE name = ?');
  const selectItems = db.prepare('SELECT kind, id, json FROM items ORDER BY kind, id, json');
  const selectTranscripts = db.prepare(
    'SELECT id, path, part, format, agent, size, mtime_ms AS mtimeMs, captured, lines, prefix_hash AS prefixHash, tail FROM transcripts ORDER BY id',
  );
  const selectPieces = db.prepare('SELECT start, length, first_line AS firstLine, zstd FROM pieces WHERE transcript = ? ORDER BY start');
  return {
    about: (name) => selectAbout.get(name)?.['value'] as string | undefined,
    items: () => selectItems.iterate() as unknown as Iterable<PortableItem>,
    transcripts: () => selectTranscripts.all() as unknown as (PortableTranscript & { id: number })[],
    pieces: (transcript) => selectPieces.iterate(transcript) as unknown as Iterable<StoredPiece>,
    close: () => db.close(),
  };
}

/** Of everything but `about`. */
function digest(db: DatabaseSync): string {
  const hash = createHash('sha256');
  const add = (value: unknown): void => {
    if (value instanceof Uint8Array) hash.update(`\0${value.length}\0`).update(value);
    else hash.update(`\0${typeof value}${String(value)}`);
  };
  for (const table of ['items', 'transcripts', 'pieces']) {
    hash.update(`\n${table}`);
    for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).iterate()) for (const value of Object.values(row)) add(value);
  }
  return hash.digest('hex');
}
