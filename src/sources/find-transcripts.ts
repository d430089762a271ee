/** Finds files that may be transcripts. Reads folders and changes nothing; what a file is, its content tells later. */
import { readdirSync, realpathSync, statSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';

export interface FoundFile {
  /** The path as given, joined with what was found under it. */
  readonly path: string;
  /** Of a database, its write-ahead log included. */
  readonly bytes: number;
  /** Last change in ms since the epoch; of a database or its log, whichever is later. */
  readonly changedAt: number;
  /** With size and time, tells whether a file is still the one it was. */
  readonly inode: number;
  /** Named by the person, not met in a folder. */
  readonly isGiven: boolean;
}

export interface FoundTranscripts {
  /** Sorted by path, each file once even where links lead to it twice. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly { readonly path: string; readonly why: string }[];
}

/** Folders and files that never hold a transcript. Other hidden ones may: agents keep theirs in hidden folders. */
const JUNK = new Set(['.git', '.hg', '.svn', '.jj', 'node_modules', '.DS_Store', 'Thumbs.db', '.Trash', '.cache', '.venv', '__pycache__', '.idea']);

export const isJunk = (name: string): boolean => JUNK.has(name);

/** What SQLite keeps beside a database while it is in use: a part of it. */
const LOG_OF_DATABASE = /-(?:wal|shm|journal)$/;

export function findTranscripts(paths: readonly string[]): FoundTranscripts {
  const files: FoundFile[] = [];
  const problems: { path: string; why: string }[] = [];
  const seen = new Set<string>();

  /** False where the same file or folder was reached before, over another path or a link. */
  function isFirstVisit(path: string, stats: BigIntStats): boolean {
    // Windows may give no inode: the resolved path then tells files apart.
    const key = stats.ino === 0n ? realpathSync(path) : `${stats.dev}:${stats.ino}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }

  function visit(path: string, isGiven: boolean): void {
    try {
      const stats = statSync(path, { bigint: true });
      if (stats.isDirectory()) {
        if (isFirstVisit(path, stats)) visitFolder(path);
      } else if (stats.isFile()) {
        if (isFirstVisit(path, stats)) files.push(toFound(path, stats, isGiven));
      } else if (isGiven) problems.push({ path, why: 'It is neither a file nor a folder.' });
    } catch (error) {
      problems.push({ path, why: describeSystemError(error) });
    }
  }

  function visitFolder(folder: string): void {
    const names = readdirSync(folder).sort();
    const all = new Set(names);
    for (const name of names) {
      if (!isJunk(name) && !isLog(name, all)) visit(join(folder, name), false);
    }
  }

  for (const path of paths) visit(path, true);
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)), problems };
}

const isLog = (name: string, names: ReadonlySet<string>): boolean => LOG_OF_DATABASE.test(name) && names.has(name.replace(LOG_OF_DATABASE, ''));

function toFound(path: string, stats: BigIntStats, isGiven: boolean): FoundFile {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  return {
    path,
    bytes: Number(stats.size) + (log?.size ?? 0),
    changedAt: Math.max(Number(stats.mtimeMs), Math.floor(log?.mtimeMs ?? 0)),
    inode: Number(stats.ino),
    isGiven,
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'It may not be read by this user.',
  EPERM: 'It may not be read by this user.',
  ELOOP: 'Its symbolic links go round in a circle.',
  ENAMETOOLONG: 'Its path is too long.',
};

/** A sentence for an error of the file system; anything else is a bug and thrown on. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) throw error;
  return REASONS[code] ?? `The system says ${code}.`;
}
