import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

const TOKEN_BYTES = 32;
const TOKEN_SHAPE = /^[A-Za-z0-9_-]{43}$/;

/**
 * The secret that lets a browser or the command line in, kept in `home` so that a restarted server keeps its open tabs.
 * A file that others could have read, or that holds no token, is replaced: then tabs have to be let in again.
 */
export function loadSessionToken(home: string): Result<string, Problem> {
  const path = join(home, 'session-token');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return ok(readToken(path) ?? writeToken(path));
  } catch (error) {
    return failed(
      problem('storage', `The session token could not be kept at ${path}.`, {
        why: error instanceof Error ? error.message : undefined,
        next: 'Make that folder writable, or point ROUNDS_HOME to one that is.',
      }),
    );
  }
}

function readToken(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return null;
  const text = readFileSync(path, 'utf8').trim();
  // Windows has no such bits; there the folder's own access list keeps others out.
  const isPrivate = process.platform === 'win32' || (stats.mode & 0o077) === 0;
  return isPrivate && TOKEN_SHAPE.test(text) ? text : discard(path);
}

function discard(path: string): null {
  unlinkSync(path);
  return null;
}

/** A link either makes the whole file appear or finds that another process was first, whose token then counts. */
function writeToken(path: string): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, token, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
    return token;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const first = readToken(path);
    if (first === null) throw error;
    return first;
  } finally {
    rmSync(draft, { force: true });
  }
}
