import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findShutFolder, openForPassage, type ServerUser } from './server-user.ts';

// Where the system keeps the data of services (Filesystem Hierarchy Standard 5.8).
const SERVICES = '/var/lib/rounds';

/**
 * Folder of the data, the socket and, where they had to be copied, the programs: the one asked for, unless we are root and the
 * server's user cannot get there. Folders from `own` down are Rounds' own and are opened for passage; a private home above them
 * is not ours to open, so then the data lie where the system has those of services. Both are real paths.
 */
export function choosePlace(asked: string, own: string, user: ServerUser | null): string {
  if (!user) return asked;
  const elsewhere = join(SERVICES, createHash('sha256').update(asked).digest('hex').slice(0, 12));
  if (existsSync(elsewhere)) return elsewhere;
  for (const folder of listBetween(own, asked)) openForPassage(folder);
  if (findShutFolder(asked, user) === null) return asked;
  for (const folder of [SERVICES, elsewhere]) {
    mkdirSync(folder, { recursive: true });
    openForPassage(folder);
  }
  return elsewhere;
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
