import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { escapeLiteral } from 'pg';
import { askServer } from '../postgres/ask-server.ts';
import { stopServer } from '../postgres/run-server.ts';
import { findServerUser, makeServerFolder } from '../postgres/server-user.ts';
import { withClient } from '../postgres/with-client.ts';

export interface GivenServer {
  /** Of an empty database, as an owner who may make roles and databases and is no superuser. */
  readonly databaseUrl: string;
  readonly close: () => Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';

/** Programs of a PostgreSQL that the system installed, the newest of them; null where there is none. */
export function findSystemPrograms(): string | null {
  const [newest] = existsSync(PACKAGES) ? readdirSync(PACKAGES).toSorted((a, b) => Number(b) - Number(a)) : [];
  const bin = join(PACKAGES, newest ?? '', 'bin');
  return newest && existsSync(join(bin, 'initdb')) ? bin : null;
}

/** A server as somebody else would run it: that of the system's package, open to loopback, with a password. */
export async function startGivenServer(bin: string): Promise<GivenServer> {
  const user = findServerUser() ?? null;
  const home = mkdtempSync(join(tmpdir(), 'rounds-given-'));
  makeServerFolder(home, user);
  const [data, passwordFile, password] = [join(home, 'data'), join(home, 'password'), 'it’s a:secret/@?'];
  writeFileSync(passwordFile, password);
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const as = { uid: user?.uid, gid: user?.gid, cwd: home };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'admin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale=C.UTF-8'], {
    ...as,
    stdio: 'ignore',
  });
  spawn(join(bin, 'postgres'), ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`], { ...as, stdio: 'ignore' });
  const admin = { host: home, user: 'admin', password, database: 'postgres' };
  while ((await askServer(admin)) !== 'ready') await sleep(20);
  await withClient(admin, async (client) => {
    await client.query(`create role company login createrole createdb password ${escapeLiteral(password)}`);
    await client.query('create database shared owner company');
  });
  return {
    databaseUrl: `postgresql://company:${encodeURIComponent(password)}@/shared?host=${home}&application_name=rounds`,
    close: async () => {
      await stopServer(data);
      rmSync(home, { recursive: true });
    },
  };
}
