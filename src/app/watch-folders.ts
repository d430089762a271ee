/** Tells that something may have changed in folders, at almost no cost while nothing does. */
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describeSystemError, isJunk } from '../sources/find-transcripts.ts';

export interface FolderWatch {
  /** Watches what has come up since, and lets go of what is no longer there. */
  readonly refresh: (paths: readonly string[]) => void;
  readonly stop: () => void;
}

export interface FolderWatchOptions {
  readonly onChange: () => void;
  /** One watcher for a whole tree. Linux has none: Node would watch every single file instead. */
  readonly isRecursive: boolean;
}

/** What a database's readers write themselves, us among them. */
const NOISE = /-(?:shm|journal)$/;

/** Where a folder cannot be watched (too many, a network drive) nothing is told of it: look from time to time as well. */
export function watchFolders(paths: readonly string[], { onChange, isRecursive }: FolderWatchOptions): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let roots = paths;

  function refresh(to: readonly string[]): void {
    roots = to;
    const wanted = listWatched(roots, isRecursive);
    for (const [folder, watcher] of watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    for (const [folder, names] of wanted) if (!watchers.has(folder)) begin(folder, names);
  }

  function begin(folder: string, names: ReadonlySet<string> | null): void {
    try {
      const watcher = watch(folder, { recursive: isRecursive && names === null, persistent: false }, (event, name) => {
        if (name !== null && (NOISE.test(name) || (names && ![...names].some((one) => name.startsWith(one))))) return;
        // A folder that was made, moved or removed is itself to be watched or let go.
        if (event === 'rename' && !isRecursive) refresh(roots);
        onChange();
      });
      // Removed, or its drive was.
      watcher.on('error', () => {
        watcher.close();
        watchers.delete(folder);
      });
      watchers.set(folder, watcher);
    } catch (error) {
      describeSystemError(error); // throws on anything but an answer of the file system
    }
  }

  refresh(paths);
  return {
    refresh,
    stop: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
}

/** Folders to watch; null: everything in them, otherwise what begins with these names. A file is replaced by its agents, so its folder is watched. */
function listWatched(paths: readonly string[], isRecursive: boolean): Map<string, ReadonlySet<string> | null> {
  const found = new Map<string, Set<string> | null>();
  const seen = new Set<string>();

  function visit(folder: string): void {
    const { dev, ino } = statSync(folder, { bigint: true });
    const key = ino === 0n ? folder : `${dev}:${ino}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.set(folder, null);
    if (isRecursive) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!isJunk(entry.name) && (entry.isDirectory() || entry.isSymbolicLink())) attempt(join(folder, entry.name));
    }
  }

  function attempt(path: string): void {
    try {
      if (statSync(path).isDirectory()) visit(path);
      else if (paths.includes(path) && found.get(dirname(path)) !== null) found.set(dirname(path), (found.get(dirname(path)) ?? new Set()).add(basename(path)));
    } catch (error) {
      describeSystemError(error); // gone meanwhile, or not to be read
    }
  }

  for (const path of paths) attempt(path);
  return found;
}
