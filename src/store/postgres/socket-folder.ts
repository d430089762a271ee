import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { makeServerFolder, type ServerUser } from './server-user.ts';

export const PORT = 5432;
// sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero included.
const MAX_BYTES = process.platform === 'darwin' ? 103 : 107;

/** Where the server listens, entered by nobody else: beside its data, or in the system's temporary folder where that path is too long. */
export function makeSocketFolder(place: string, user: ServerUser | null): Result<string, Problem> {
  const beside = join(place, 'run');
  if (isShort(beside)) {
    makeServerFolder(beside, user);
    return ok(beside);
  }
  const short = join(tmpdir(), `rounds-${createHash('sha256').update(place).digest('hex').slice(0, 12)}`);
  const there = lstatSync(short, { throwIfNoEntry: false });
  // Everyone may write there: one who made it first would sit between us and the server.
  const isOurs = !there || (there.isDirectory() && there.uid === (user?.uid ?? process.getuid?.()));
  if (!isShort(short) || !isOurs)
    return failed(
      problem('storage', `PostgreSQL has no folder for its socket: ${short} ${isOurs ? 'has too long a path' : 'belongs to someone else'}.`, {
        next: `Set ROUNDS_HOME to a folder with a shorter path (at most ${MAX_BYTES - 40} bytes).`,
      }),
    );
  makeServerFolder(short, user);
  return ok(short);
}

const isShort = (folder: string): boolean => Buffer.byteLength(join(folder, `.s.PGSQL.${PORT}`)) <= MAX_BYTES;
