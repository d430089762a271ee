import { execFile } from 'node:child_process';
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { syncFolder } from '../keys/write-privately.ts';
import { makeServerFolder, type ServerUser } from './server-user.ts';

export const SUPERUSER = 'postgres';
const run = promisify(execFile);

interface ClusterRequest {
  readonly bin: string;
  readonly place: string;
  readonly user: ServerUser | null;
  readonly superuserPassword: string;
}

/** Folder of the server's data, made once: a folder half made is never taken for one. The caller holds the lock. */
export async function createCluster({ bin, place, user, superuserPassword }: ClusterRequest): Promise<Result<string, Problem>> {
  const data = join(place, 'data');
  if (existsSync(data)) return ok(data);
  const made = `${data}.new`;
  const passwordFile = join(place, 'password.new');
  rmSync(made, { recursive: true, force: true });
  makeServerFolder(made, user);
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  // One locale, in the server itself: the system's changes with its updates, and indexes with it.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = [`--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await run(join(bin, 'initdb'), ['-D', made, ...locale, ...access, '--no-instructions'], { uid: user?.uid, gid: user?.gid, cwd: made, env: SERVER_ENV });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    return failed(
      problem('storage', `PostgreSQL could not make its data in ${place}.`, {
        why: (stderr || message).trim().slice(-500),
        next: 'Make room there, or set ROUNDS_HOME to another folder.',
      }),
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(made, data);
  syncFolder(place);
  return ok(data);
}

/** PostgreSQL reads many variables (PGDATA, PGPORT, …) and translates its messages: it is given none of ours. */
export const SERVER_ENV: NodeJS.ProcessEnv = Object.freeze({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });
