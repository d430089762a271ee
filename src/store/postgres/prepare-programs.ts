import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Programs } from './find-programs.ts';
import { findShutFolder, openForPassage, type ServerUser } from './server-user.ts';

/**
 * Folder of programs that start as the server's user. They are used where npm put them; where that user cannot enter, or the
 * links between the libraries are missing and cannot be made there, they are copied once into `place`.
 */
export function preparePrograms(programs: Programs, place: string, user: ServerUser | null): Result<string, Problem> {
  const native = isUsableInPlace(programs.folder, user) ? programs.folder : copyPrograms(programs, place);
  const bin = join(native, 'bin');
  const { status, stderr, error } = spawnSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8', uid: user?.uid, gid: user?.gid });
  if (status === 0) return ok(bin);
  return failed(
    problem('cannot-reach', 'The PostgreSQL server that comes with Rounds does not start on this system.', {
      // A system without the GNU C library (Alpine) says that the file is not there.
      why: (stderr || error?.message || `It ended with ${status}.`).trim(),
      next: 'Set DATABASE_URL to a PostgreSQL server (15 or newer) of your own.',
    }),
  );
}

function isUsableInPlace(native: string, user: ServerUser | null): boolean {
  if (findShutFolder(join(native, 'bin', 'postgres'), user) !== null) return false;
  if (listMissingLinks(native).length === 0) return true;
  try {
    accessSync(join(native, 'lib'), constants.W_OK);
  } catch {
    return false;
  }
  makeLinks(native);
  return true;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** A package cannot hold links, so it lists them; its install script makes them where npm may run it. */
function listMissingLinks(native: string): Link[] {
  const file = join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links = JSON.parse(readFileSync(file, 'utf8')) as Link[];
  return links.filter(({ target }) => !existsSync(join(dirname(native), target)));
}

function makeLinks(native: string): void {
  for (const { source, target } of listMissingLinks(native)) {
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch (error) {
      // Another process was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copyPrograms({ folder, version }: Programs, place: string): string {
  const native = join(place, 'programs', version, 'native');
  if (existsSync(native)) return native;
  const made = join(place, 'programs', `${version}.new`);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  // Static libraries are for those who build against them.
  cpSync(folder, join(made, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  makeLinks(join(made, 'native'));
  letEveryoneRead(made);
  openForPassage(join(place, 'programs'));
  renameSync(made, dirname(native));
  return native;
}

function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) letEveryoneRead(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
