import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSqlite } from '../sources/load-sqlite.ts';

const BUSY = 5;
const LOOK_AGAIN_MS = 25;

export interface FileLock {
  readonly release: () => void;
}

/**
 * A lock of the operating system on a file, gone with the process that holds it, however that ends. Node has no call for one;
 * SQLite's own locking of an empty database is exactly that, on every system.
 */
export function tryLock(path: string, kind: 'alone' | 'with-others'): FileLock | null {
  closeSync(openSync(path, 'a', 0o600));
  const db = new (loadSqlite().DatabaseSync)(path, { timeout: 0 });
  try {
    db.exec(kind === 'alone' ? 'begin exclusive' : 'begin; select count(*) from sqlite_schema');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (!isBusy(error)) throw error;
    return null;
  }
}

/** Waits until nobody else holds it; null after `patienceMs`. */
export async function lockAlone(path: string, patienceMs: number): Promise<FileLock | null> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(LOOK_AGAIN_MS)) {
    const lock = tryLock(path, 'alone');
    if (lock || Date.now() > deadline) return lock;
  }
}

const isBusy = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY;
