import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** The user PostgreSQL runs as where that is another than our own. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// PostgreSQL refuses to run as root. Debian's package makes the first, every system has the second.
const CANDIDATES = ['postgres', 'nobody'] as const;

/** Null where we are not root: then it runs as ourselves. Undefined where root has nobody to run it as. */
export function findServerUser(): ServerUser | null | undefined {
  if (process.getuid?.() !== 0) return null;
  for (const name of CANDIDATES) {
    const [uid, gid] = [readId('-u', name), readId('-g', name)];
    if (uid && gid !== null) return { name, uid, gid };
  }
  return undefined;
}

function readId(flag: '-u' | '-g', name: string): number | null {
  try {
    return Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}

/** The innermost folder on the way to `path`, itself included, that the user may not enter; null where they may enter all. */
export function findShutFolder(path: string, user: ServerUser | null): string | null {
  if (!user) return null;
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    if (!mayEnter(statSync(folder), user)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function mayEnter(stats: Stats, { uid, gid }: ServerUser): boolean {
  const shift = stats.uid === uid ? 6 : stats.gid === gid ? 3 : 0;
  return ((stats.mode >> shift) & 1) === 1;
}

/** Lets everyone pass through a folder without seeing what is in it. */
export const openForPassage = (folder: string): void => chmodSync(folder, statSync(folder).mode | 0o111);

/** Made when absent; nobody but the server's user may enter it. */
export function makeServerFolder(folder: string, user: ServerUser | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}
