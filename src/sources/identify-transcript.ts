/** Whose transcript a file is, by its first bytes; of a database, by its tables. */
import { existsSync } from 'node:fs';
import { describeUnreadable } from './describe-unreadable.ts';
import { isSqliteError, listTables, openDatabase } from './open-database.ts';
import { findDatabaseSource, identifyFormat, SNIFF_BYTES, type Format } from './registry.ts';

const SQLITE_MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/**
 * @param path opened only where the bytes are those of a database
 * @param isWhole the head is the whole file
 */
export function identifyTranscript(path: string, head: Buffer, isWhole: boolean): Format {
  const start = head.subarray(0, SNIFF_BYTES);
  const database = start.subarray(0, SQLITE_MAGIC.length).equals(SQLITE_MAGIC) ? identifyDatabase(path) : undefined;
  if (database) return database;
  const unreadable = describeUnreadable(start, isWhole && head.length <= SNIFF_BYTES);
  const format = identifyFormat(start);
  // A database is binary and may yet be an agent's; a transcript in another encoding is not read as one.
  // A disk or a crash may have left something in it that is no text: the lines around it are read.
  const isDamaged = format?.state === 'read' && describeUnreadable(start.subarray(0, start.indexOf(0x0a) + 1), true) === undefined;
  if (unreadable !== undefined && !isDamaged) return { state: 'not-a-transcript', why: unreadable };
  return format ?? { state: 'not-a-transcript', why: 'It is no transcript of an agent Rounds knows.' };
}

function identifyDatabase(path: string): Format | undefined {
  if (!existsSync(path)) return undefined;
  try {
    const { db, close } = openDatabase(path);
    try {
      const source = findDatabaseSource(listTables(db));
      return source && { state: 'read', source };
    } finally {
      close();
    }
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    return { state: 'not-a-transcript', why: `It is an SQLite database that cannot be read: ${error.message}.` };
  }
}
