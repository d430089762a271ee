import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { askServer } from './ask-server.ts';
import { SERVER_ENV } from './create-cluster.ts';
import { isClusterAlive, pidFileOf, readPidFile } from './server-process.ts';
import { listSettings } from './server-settings.ts';
import type { ServerUser } from './server-user.ts';
import { PORT } from './socket-folder.ts';

const LOOK_AGAIN_MS = 30;
// After a sudden end all that was written since the last checkpoint (at most max_wal_size) is done again.
const START_PATIENCE_MS = 120_000;
const LOG_BYTES = 1_000_000;

export interface Cluster {
  readonly bin: string;
  readonly data: string;
  readonly socketFolder: string;
  readonly log: string;
  readonly user: ServerUser | null;
  /** Connection of its superuser at a socket. */
  readonly connect: (socketFolder: string, port: number) => ClientConfig;
}

/** Where a server listens. */
export interface Listening {
  readonly socketFolder: string;
  readonly port: number;
}

/**
 * A server of this cluster that answers: the one that runs, whoever started it, or a new one. The caller holds the lock, so that
 * nobody else starts or stops one meanwhile.
 */
export async function ensureServer(cluster: Cluster): Promise<Result<Listening, Problem>> {
  const deadline = Date.now() + START_PATIENCE_MS;
  let started: { readonly hasEnded: () => boolean } | null = null;
  while (Date.now() < deadline) {
    const running = readPidFile(cluster.data);
    const answer = running ? await askServer(cluster.connect(running.socketFolder, running.port)) : 'absent';
    if (running && answer === 'ready') return ok({ socketFolder: running.socketFolder, port: running.port });
    if (answer === 'absent' && (started?.hasEnded() ?? true) && !isClusterAlive(cluster.data)) {
      if (started) return failed(describeFailure(cluster));
      // PostgreSQL would believe a number that by now is somebody else's.
      rmSync(pidFileOf(cluster.data), { force: true });
      started = startServer(cluster);
    }
    await sleep(LOOK_AGAIN_MS);
  }
  return failed(describeFailure(cluster));
}

/** It outlives us: others may use it, and Ctrl-C in our terminal is not for it. */
function startServer({ bin, data, socketFolder, log, user }: Cluster): { readonly hasEnded: () => boolean } {
  const isLong = existsSync(log) && statSync(log).size > LOG_BYTES;
  const output = openSync(log, isLong ? 'w' : 'a', 0o600);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...listSettings(socketFolder, PORT)], {
    cwd: data,
    detached: true,
    stdio: ['ignore', output, output],
    env: SERVER_ENV,
    uid: user?.uid,
    gid: user?.gid,
  });
  closeSync(output);
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true));
  child.once('error', () => (hasEnded = true));
  child.unref();
  return { hasEnded: () => hasEnded };
}

const describeFailure = ({ data, log }: Cluster): Problem =>
  problem('storage', `The PostgreSQL server of ${data} does not start.`, {
    why: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join('\n') : undefined,
    next: `Its log is ${log}.`,
  });

const STOP_PATIENCE_MS = 20_000;

/** Ends it: who is connected is sent away, what was acknowledged is on the disk. False where it would not end. */
export async function stopServer(data: string): Promise<boolean> {
  // "Fast", and where that takes too long "immediate": what was acknowledged is then recovered at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const { pid } = readPidFile(data) ?? {};
    if (pid === undefined || !isClusterAlive(data)) return true;
    process.kill(pid, signal);
    for (const deadline = Date.now() + STOP_PATIENCE_MS; Date.now() < deadline; await sleep(LOOK_AGAIN_MS)) if (!isClusterAlive(data)) return true;
  }
  return false;
}
