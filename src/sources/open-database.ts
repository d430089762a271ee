/**
 * Opens an agent's SQLite database for reading and leaves no trace beside it: no write, no lock file made, no log folded in.
 * An agent may be writing to it at the same time.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { loadSqlite } from './load-sqlite.ts';

export interface OpenedDatabase {
  readonly db: DatabaseSync;
  readonly close: () => void;
}

const BUSY_TIMEOUT_MS = 2000;

/** Throws SQLite's error where the file is no database, is damaged, or stays locked. */
export function openDatabase(path: string): OpenedDatabase {
  try {
    return openInPlace(path);
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return openCopy(path);
  }
}

/** An error of SQLite itself. Anything else is a bug. */
export const isSqliteError = (error: unknown): error is Error => error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';

function openInPlace(path: string): OpenedDatabase {
  const url = pathToFileURL(path);
  const hasIndex = existsSync(`${path}-shm`);
  // Without the index of the log SQLite would make it: then only a copy can be read with its log.
  if (!hasIndex && hasLog(path)) return openCopy(path);
  // Every reader writes its mark into the index, unless it is told not to. With neither log nor index the file is the whole database.
  url.searchParams.set(hasIndex ? 'readonly_shm' : 'immutable', '1');
  return open(url);
}

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** A copy that was written to meanwhile may hold two halves that do not belong together. */
const COPY_TRIES = 4;

const toStamp = (path: string): string =>
  ['', '-wal']
    .map((suffix) => statSync(path + suffix, { throwIfNoEntry: false }))
    .map((stats) => `${stats?.size} ${stats?.mtimeMs}`)
    .join();

function openCopy(path: string): OpenedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-database-'));
  try {
    const copy = join(folder, basename(path));
    for (let tries = 0, before = ''; tries < COPY_TRIES && before !== toStamp(path); tries += 1) {
      before = toStamp(path);
      for (const suffix of ['-wal', '']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    }
    return open(copy, () => rmSync(folder, { recursive: true, force: true }));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function open(path: string | URL, afterClose: () => void = () => {}): OpenedDatabase {
  const db = new (loadSqlite().DatabaseSync)(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  try {
    // Opening reads nothing yet; this does.
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    db,
    close: () => {
      db.close();
      afterClose();
    },
  };
}

export function listTables(db: DatabaseSync): Set<string> {
  return new Set(
    db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .all()
      .map((row) => String(row['name'])),
  );
}
