import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { choosePlace } from './choose-place.ts';
import { createCluster, SUPERUSER } from './create-cluster.ts';
import { DATABASE, ensureLogins, ensureOwner, OWNER } from './ensure-roles.ts';
import { lockAlone, tryLock, type FileLock } from '../file-lock.ts';
import { findPrograms } from './find-programs.ts';
import type { Connection, OpenedPostgres, PostgresEvent } from './opened-postgres.ts';
import { preparePrograms } from './prepare-programs.ts';
import { ensureServer, stopServer, type Cluster, type Listening } from './run-server.ts';
import { keepPasswords, type ServerPasswords } from './server-passwords.ts';
import { findServerUser } from './server-user.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { withClient } from './with-client.ts';
import { watchServer } from './watch-server.ts';

// Making the data and starting takes two seconds; recovering after a sudden end can take much longer.
const LOCK_PATIENCE_MS = 180_000;

export interface EmbeddedRequest {
  /** Of this server alone, made when absent. */
  readonly folder: string;
  /** The outermost folder that is Rounds' own: where root must let the server's user through, it is opened from here down. */
  readonly own?: string;
  readonly tell?: (event: PostgresEvent) => void;
}

/**
 * The server that comes with Rounds, on data in `folder`. Every process that asks uses the same server: the first starts it, the
 * last that closes stops it, and one that outlived its processes is used again (docs/decisions/0013).
 */
export async function openEmbedded({ folder: asked, own = asked, tell = () => undefined }: EmbeddedRequest): Promise<Result<OpenedPostgres, Problem>> {
  const passwords = keepPasswords(asked);
  const folder = realpathSync(asked);
  const whileAlone = <T>(work: () => Promise<T>): Promise<Result<T, Problem>> => withLock(join(folder, 'start.lock'), work);

  const opened = await whileAlone(async (): Promise<Result<{ cluster: Cluster; at: Listening; use: FileLock }, Problem>> => {
    const cluster = await prepareCluster(folder, realpathSync(own), passwords);
    if (!cluster.ok) return cluster;
    const server = await ensureServer(cluster.value);
    if (!server.ok) return server;
    await ensureRoles(cluster.value.connect(server.value.socketFolder, server.value.port), passwords);
    const use = tryLock(join(folder, 'use.lock'), 'with-others');
    // Only who holds the lock we hold takes this one alone.
    if (!use) throw new Error('The lock of those who use the server is held by one who stops it.');
    return ok({ cluster: cluster.value, at: server.value, use });
  });
  if (!opened.ok) return opened;
  if (!opened.value.ok) return opened.value;
  const { cluster, at, use } = opened.value.value;
  const connect = (user: string, password: string): Connection => ({ host: at.socketFolder, port: at.port, database: DATABASE, user, password });
  const owner = connect(OWNER, passwords.owner);

  const revive = async (): Promise<Result<unknown, Problem>> => {
    const revived = await whileAlone(() => ensureServer(cluster));
    return revived.ok ? revived.value : revived;
  };
  const watch = await watchServer({ connection: owner, revive, tell });

  const close = async (): Promise<void> => {
    await watch.stop();
    await whileAlone(async () => {
      use.release();
      const last = tryLock(join(folder, 'use.lock'), 'alone');
      if (last) await stopServer(cluster.data);
      last?.release();
    });
  };
  return ok({ owner, app: connect('rounds_app', passwords.app), auth: connect('rounds_auth', passwords.auth), dataFolder: cluster.data, close });
}

async function prepareCluster(folder: string, own: string, passwords: ServerPasswords): Promise<Result<Cluster, Problem>> {
  const user = findServerUser();
  if (user === undefined)
    return failed(
      problem('cannot-reach', 'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.', {
        next: 'Make one of them, run Rounds as another user, or set DATABASE_URL.',
      }),
    );
  const programs = findPrograms();
  if (!programs.ok) return programs;
  const chosen = choosePlace(folder, own, user);
  if (!chosen.ok) return chosen;
  const place = chosen.value;
  const bin = preparePrograms(programs.value, place, user);
  if (!bin.ok) return bin;
  const socketFolder = makeSocketFolder(place, user);
  if (!socketFolder.ok) return socketFolder;
  const data = await createCluster({ bin: bin.value, place, user, superuserPassword: passwords.superuser });
  if (!data.ok) return data;
  const connect = (host: string, port: number): Connection => ({ host, port, database: 'postgres', user: SUPERUSER, password: passwords.superuser });
  return ok({ bin: bin.value, data: data.value, socketFolder: socketFolder.value, log: join(folder, 'server.log'), user, connect });
}

async function ensureRoles(superuser: Connection, passwords: ServerPasswords): Promise<void> {
  await withClient(superuser, (client) => ensureOwner(client, passwords.owner));
  await withClient({ ...superuser, database: DATABASE, user: OWNER, password: passwords.owner }, (client) => ensureLogins(client, passwords));
}

async function withLock<T>(path: string, work: () => Promise<T>): Promise<Result<T, Problem>> {
  const lock = await lockAlone(path, LOCK_PATIENCE_MS);
  if (!lock) return failed(problem('storage', `Another process has been starting or stopping PostgreSQL for too long: ${path} is locked.`));
  try {
    return ok(await work());
  } finally {
    lock.release();
  }
}
