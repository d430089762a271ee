/** A backup as one file: a SQLite database, so that its parts are found without reading all, written whole or not at all. */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import * as z from 'zod';
import { loadSqlite } from '../../sources/load-sqlite.ts';
import { syncFolder } from '../keys/write-privately.ts';

/** "Rbak", where SQLite's file header has a place for it (https://www.sqlite.org/fileformat.html#application_id). */
const APPLICATION_ID = 0x5262616b;
const FORMAT = 1;

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Version of Rounds that wrote it. */
  rounds: z.string(),
  at: z.iso.datetime(),
  /** Migrations the database had, in order. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type BackupManifest = z.infer<typeof manifestSchema>;

export interface BackupWriter {
  readonly addPiece: (table: string, bytes: Uint8Array) => void;
}

/** Puts the file in its place only when it is complete and on the disk; for its owner's eyes only. Returns what `write` returns. */
export async function writeBackupFile(path: string, write: (writer: BackupWriter) => Promise<BackupManifest>): Promise<BackupManifest> {
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  closeSync(openSync(unfinished, 'wx', 0o600));
  try {
    const db = new (loadSqlite().DatabaseSync)(unfinished);
    let manifest: BackupManifest;
    try {
      db.exec(`PRAGMA journal_mode = OFF; PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}; BEGIN;
        CREATE TABLE manifest (json TEXT NOT NULL, sha256 TEXT NOT NULL);
        CREATE TABLE pieces (n INTEGER PRIMARY KEY, of_table TEXT NOT NULL, zstd BLOB NOT NULL);
        CREATE INDEX by_table ON pieces (of_table, n)`);
      const add = db.prepare('INSERT INTO pieces (of_table, zstd) VALUES (?, ?)');
      manifest = await write({ addPiece: (table, bytes) => void add.run(table, zstdCompressSync(bytes)) });
      const json = JSON.stringify(manifest);
      db.prepare('INSERT INTO manifest VALUES (?, ?)').run(json, sha256(json));
      db.exec('COMMIT');
    } finally {
      db.close();
    }
    const descriptor = openSync(unfinished, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(unfinished, path);
    syncFolder(dirname(path));
    return manifest;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

export interface OpenedBackup {
  readonly manifest: BackupManifest;
  /** The bytes of a table in the order they were written. Throws where they cannot be read. */
  readonly readPieces: (table: string) => Iterable<Uint8Array>;
  readonly close: () => void;
}

export type BackupFailure = 'missing' | 'not-a-backup' | 'newer' | 'damaged';

/** Opens one for reading, its manifest checked. Errors of the file system are thrown. */
export function openBackupFile(path: string): OpenedBackup | BackupFailure {
  if (!existsSync(path)) return 'missing';
  const url = pathToFileURL(path);
  // Without this SQLite would make files beside it, also where it may only read.
  url.searchParams.set('immutable', '1');
  const db = new (loadSqlite().DatabaseSync)(url, { readOnly: true });
  const manifest = readManifest(db);
  if (typeof manifest === 'string') {
    db.close();
    return manifest;
  }
  const select = db.prepare('SELECT zstd FROM pieces WHERE of_table = ? ORDER BY n');
  function* readPieces(table: string): Generator<Uint8Array> {
    for (const { zstd } of select.iterate(table) as Iterable<{ zstd: Uint8Array }>) yield zstdDecompressSync(zstd);
  }
  return { manifest, readPieces, close: () => db.close() };
}

function readManifest(db: DatabaseSync): BackupManifest | BackupFailure {
  try {
    if (db.prepare('PRAGMA application_id').get()?.['application_id'] !== APPLICATION_ID) return 'not-a-backup';
    if (Number(db.prepare('PRAGMA user_version').get()?.['user_version']) > FORMAT) return 'newer';
    const { json, sha256: digest } = db.prepare('SELECT json, sha256 FROM manifest').get() as { json: string; sha256: string };
    return sha256(json) === digest ? manifestSchema.parse(JSON.parse(json)) : 'damaged';
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SQLITE_ERROR')
      return (error as { errcode?: number }).errcode === NOT_A_DATABASE ? 'not-a-backup' : 'damaged';
    if (error instanceof TypeError || error instanceof z.ZodError) return 'damaged';
    throw error;
  }
}

const NOT_A_DATABASE = 26;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
