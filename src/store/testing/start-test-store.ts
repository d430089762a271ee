import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { describeProblem } from '../../model/problem.ts';
import { tryLock } from '../file-lock.ts';
import { SUPERUSER } from '../postgres/create-cluster.ts';
import { OWNER } from '../postgres/ensure-roles.ts';
import { findPrograms } from '../postgres/find-programs.ts';
import { openEmbedded } from '../postgres/open-embedded.ts';
import type { Connection, OpenedPostgres } from '../postgres/opened-postgres.ts';
import { stopServer } from '../postgres/run-server.ts';
import { keepPasswords } from '../postgres/server-passwords.ts';
import { withClient } from '../postgres/with-client.ts';

/** An empty database of its own on the test file's server. */
export interface TestStore {
  readonly owner: Connection;
  readonly app: Connection;
  readonly auth: Connection;
  /** Where its server keeps all data, for those who look for bytes. */
  readonly dataFolder: string;
}

const programs = findPrograms();
if (!programs.ok) process.stderr.write(`Skipped: tests that need PostgreSQL. ${describeProblem(programs.problem)}\n`);

/** `describe` for tests that need PostgreSQL: skipped, and said so, where this platform has no binaries. */
export const describeWithStore = describe.skipIf(!programs.ok);

let server: Promise<TestServer> | undefined;

/** A fresh database as the embedded server makes it, migrations not yet run. One server serves the whole test file and ends with it. */
export async function startTestStore(): Promise<TestStore> {
  const { owner, app, auth, dataFolder, superuser } = await (server ??= startServer());
  const database = `test_${randomBytes(6).toString('hex')}`;
  await withClient(superuser, (client) => client.query(`create database ${database} owner ${OWNER}`));
  const inIt = (connection: Connection): Connection => ({ ...connection, database });
  return { owner: inIt(owner), app: inIt(app), auth: inIt(auth), dataFolder: dataFolder ?? '' };
}

// Of this checkout alone: another's tests are not ours to end.
const PREFIX = `rounds-test-${createHash('sha256')
  .update(import.meta.url)
  .digest('hex')
  .slice(0, 6)}-`;

/** Ends the servers of test runs that were killed: those that nobody uses, and nobody can come to use. */
async function sweepOrphans(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    if (!existsSync(join(folder, 'use.lock'))) continue;
    const start = tryLock(join(folder, 'start.lock'), 'alone');
    const use = start && tryLock(join(folder, 'use.lock'), 'alone');
    if (use) {
      await stopServer(join(folder, 'data'));
      rmSync(folder, { recursive: true, force: true });
    }
    use?.release();
    start?.release();
  }
}

interface TestServer extends OpenedPostgres {
  readonly folder: string;
  readonly superuser: Connection;
}

async function startServer(): Promise<TestServer> {
  await sweepOrphans();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const opened = await openEmbedded({ folder });
  if (!opened.ok) throw new Error(describeProblem(opened.problem));
  const superuser = { ...opened.value.owner, user: SUPERUSER, password: keepPasswords(folder).superuser, database: 'postgres' };
  return { ...opened.value, folder, superuser };
}

afterAll(async () => {
  const started = await server;
  await started?.close();
  if (started) rmSync(started.folder, { recursive: true, force: true });
});
