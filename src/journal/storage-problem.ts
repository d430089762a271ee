import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); extended codes carry them in the low byte.
const [BUSY, LOCKED, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB] = [5, 6, 8, 10, 11, 13, 14, 26];

export const isSqliteError = (error: unknown): error is Error & { errcode: number } =>
  error instanceof Error && (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR' && typeof (error as { errcode?: unknown }).errcode === 'number';

/** What a failure of the journal's database or folder means to its owner; null where it is a bug and must be thrown on. */
export function toStorageProblem(error: unknown, path: string): Problem | null {
  if (isSqliteError(error)) return toSqliteProblem(error.errcode & 0xff, error.message, path);
  return isFileError(error) ? toFileProblem(error, path) : null;
}

function toSqliteProblem(code: number, message: string, path: string): Problem | null {
  switch (code) {
    case FULL:
      return problem('storage', 'The disk is full; nothing was lost, and the last step was not saved.', {
        why: `The journal is ${path}.`,
        next: 'Free some space, then do it again.',
      });
    case READONLY:
    case CANTOPEN:
      return problem('storage', `The journal ${path} cannot be written.`, {
        why: 'Its folder or file is read-only, or belongs to someone else.',
        next: 'Make it writable, or set ROUNDS_HOME to a folder that is.',
      });
    case BUSY:
    case LOCKED:
      return problem('storage', `The journal ${path} is in use by another program and did not come free.`, {
        next: 'Try again; if it stays so, stop the other Rounds processes.',
      });
    case CORRUPT:
    case NOTADB:
      return problem('storage', `The journal ${path} is damaged or is not a journal.`, {
        why: message,
        next: 'Move it and its -wal and -shm files aside (keep them), then run "rounds import": the agents\' own files are read again.',
      });
    case IOERR:
      return problem('storage', `The journal ${path} could not be read or written.`, { why: message, next: 'Check the disk, then try again.' });
    default:
      return null;
  }
}

const FILE_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'Permission is denied.',
  EPERM: 'Permission is denied.',
  EROFS: 'The file system is read-only.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  ENOTDIR: 'Part of the path is a file, not a folder.',
  EEXIST: 'Part of the path is a file, not a folder.',
  EISDIR: 'It is a folder, not a file.',
  ENOENT: 'It does not exist and cannot be made there.',
  EMFILE: 'Too many files are open.',
  EIO: 'The disk reports an error.',
};

const isFileError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';

function toFileProblem(error: NodeJS.ErrnoException, path: string): Problem | null {
  const why = FILE_REASONS[error.code ?? ''];
  return why
    ? problem('storage', `The journal's folder cannot be used: ${path}.`, { why, next: 'Make it writable, or set ROUNDS_HOME to a folder that is.' })
    : null;
}

/** Runs what reads or writes the journal; expected storage failures become values, bugs are thrown on. */
export function attempt<T>(path: string, work: () => T): Result<T, Problem> {
  try {
    return ok(work());
  } catch (error) {
    const found = toStorageProblem(error, path);
    if (!found) throw error;
    return failed(found);
  }
}
