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
  // With its index there the log is read as any reader of SQLite does. Without one SQLite would make it: then there is either
  // no log, and the file alone is the whole database, or a log without its index, which only a copy can be read with.
  if (existsSync(`${path}-shm`)) return open(path);
  if (hasLog(path)) return openCopy(path);
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  return open(url);
}

const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

function openCopy(path: string): OpenedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-database-'));
  try {
    const copy = join(folder, basename(path));
    // No index means that nobody is writing just now, so the two belong together.
    for (const suffix of ['-wal', '']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
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
