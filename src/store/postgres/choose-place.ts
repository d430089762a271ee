import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findShutFolder, openForPassage, type ServerUser } from './server-user.ts';

// Where the system keeps the data of services (Filesystem Hierarchy Standard 5.8).
const SERVICES = '/var/lib/rounds';

/**
 * Folder of the data, the socket and, where they had to be copied, the programs: the one asked for, unless we are root and the
 * server's user cannot get there. Folders from `own` down are Rounds' own and are opened for passage; a private home above them
 * is not ours to open, so then the data lie where the system has those of services, or, of a home in the temporary folder, there
 * too. Both are real paths.
 */
export function choosePlace(asked: string, own: string, user: ServerUser | null): Result<string, Problem> {
  if (!user) return ok(asked);
  const temporary = realpathSync(tmpdir());
  const above = asked.startsWith(temporary + sep) ? join(temporary, 'rounds-services') : SERVICES;
  const elsewhere = join(above, createHash('sha256').update(asked).digest('hex').slice(0, 12));
  if (!existsSync(elsewhere)) {
    for (const folder of listBetween(own, asked)) openForPassage(folder);
    if (findShutFolder(asked, user) === null) return ok(asked);
    mkdirSync(elsewhere, { recursive: true });
  }
  for (const folder of [above, elsewhere]) {
    // Where everyone may write another could have made it first, and would hold our data.
    const there = lstatSync(folder);
    if (!there.isDirectory() || there.uid !== process.getuid?.())
      return failed(problem('storage', `${folder} belongs to someone else.`, { next: 'Set ROUNDS_HOME to a folder that other users may pass through.' }));
    openForPassage(folder);
  }
  return ok(elsewhere);
}

/** `below` and the folders above it as far as `top`; none of those above where `top` is not above it. */
function listBetween(top: string, below: string): string[] {
  const folders = [below];
  for (let folder = below; folder !== top;) {
    folder = dirname(folder);
    if (folder === dirname(folder)) return [below];
    folders.push(folder);
  }
  return folders;
}
