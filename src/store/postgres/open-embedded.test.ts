import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { describeWithStore } from '../testing/start-test-store.ts';
import { openEmbedded } from './open-embedded.ts';
import type { OpenedPostgres, PostgresEvent } from './opened-postgres.ts';
import { isClusterAlive, pidFileOf, readPidFile } from './server-process.ts';
import { findServerUser } from './server-user.ts';
import { withClient } from './with-client.ts';

// One for the file: making the data takes longer than all else. Every test begins and ends with no server running on it.
const home = mkdtempSync(join(tmpdir(), 'rounds-pg-'));
const folder = join(home, 'team', 'postgres');
const held: OpenedPostgres[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const opened of held.splice(0)) await opened.close();
});
afterAll(() => rmSync(home, { recursive: true }));

async function open(tell?: (event: PostgresEvent) => void, at = folder, own = home): Promise<OpenedPostgres> {
  const opened = await openEmbedded({ folder: at, own, tell });
  if (!opened.ok) throw new Error(`${opened.problem.what} ${opened.problem.why}`);
  return opened.value;
}

async function openHeld(tell?: (event: PostgresEvent) => void): Promise<OpenedPostgres> {
  const opened = await open(tell);
  held.push(opened);
  return opened;
}

async function startHolder(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('testing/hold-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder, home], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  await once(child.stdout, 'data');
  return child;
}

const pidOf = ({ dataFolder }: OpenedPostgres): number | undefined => readPidFile(dataFolder ?? '')?.pid;
const isAlive = ({ dataFolder }: OpenedPostgres): boolean => isClusterAlive(dataFolder ?? '');
const query = async (opened: OpenedPostgres, sql: string): Promise<unknown[]> => (await withClient(opened.owner, (client) => client.query(sql))).rows;

describeWithStore('the server that comes with Rounds', () => {
  test('answers only through a socket that nobody else may enter, and says what it acknowledged only once it is on the disk', async () => {
    const opened = await openHeld();
    const settings = await query(
      opened,
      "select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'synchronous_commit') order by name",
    );
    expect(settings).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
    expect(statSync(opened.owner.host ?? '').mode & 0o077).toBe(0);
    await expect(withClient({ ...opened.app, password: 'guessed' }, async () => undefined)).rejects.toThrow('password authentication failed');
  });

  test('is one for all processes of its folder, and stopped by the last of them', async () => {
    const holder = await startHolder();
    const opened = await openHeld();
    const pid = pidOf(opened);
    await Promise.all([(await open()).close(), (await open()).close()]);
    holder.stdin?.end();
    await once(holder, 'exit');
    expect(pidOf(opened)).toBe(pid);
    expect(await query(opened, 'select 1 as one')).toEqual([{ one: 1 }]);
    await held.pop()?.close();
    expect(isAlive(opened)).toBe(false);
  });

  test('is started once when several processes come at the same moment', async () => {
    const holders = await Promise.all([startHolder(), startHolder()]);
    const opened = await openHeld();
    for (const holder of holders) holder.stdin?.end();
    await Promise.all(holders.map((holder) => once(holder, 'exit')));
    expect(await query(opened, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('outlives the kill -9 of who started it, and is used again', async () => {
    const holder = await startHolder();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const opened = await open();
    const pid = pidOf(opened);
    expect(isAlive(opened)).toBe(true);
    await opened.close();
    expect(isAlive(opened)).toBe(false);
    const next = await openHeld();
    expect(pidOf(next)).not.toBe(pid);
  });

  test('starts though the number it left behind is now that of another process', async () => {
    const opened = await open();
    const data = opened.dataFolder ?? '';
    await opened.close();
    const { uid, gid } = statSync(data);
    // One that its user may send signals to: PostgreSQL alone would take it for a running server.
    const other = spawn('sleep', ['60'], { stdio: 'ignore', uid, gid });
    children.push(other);
    writeFileSync(pidFileOf(data), `${other.pid}\n${data}\n1\n5432\n${opened.owner.host}\n\n  123456         0\n`);
    chownSync(pidFileOf(data), uid, gid);
    const next = await openHeld();
    expect(pidOf(next)).not.toBe(other.pid);
    expect(await query(next, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('comes back after its own kill -9 with all it acknowledged, and says so', async () => {
    const events: PostgresEvent[] = [];
    const opened = await openHeld((event) => events.push(event));
    await query(opened, 'create table toy (n int primary key)');
    for (let round = 1; round <= 3; round++) {
      const pid = pidOf(opened);
      await query(opened, `insert into toy values (${round})`);
      events.length = 0;
      process.kill(pid ?? 0, 'SIGKILL');
      while (!events.some(({ kind }) => kind === 'back')) await sleep(20);
      expect(events.map(({ kind }) => kind)).toEqual(['lost', 'back']);
      expect(pidOf(opened)).not.toBe(pid);
      expect(await query(opened, 'select count(*)::int as rows from toy')).toEqual([{ rows: round }]);
    }
  });

  test('that cannot come back says why, is tried again, and comes back once it can', async () => {
    const events: PostgresEvent[] = [];
    const opened = await openHeld((event) => events.push(event));
    const control = join(opened.dataFolder ?? '', 'global', 'pg_control');
    renameSync(control, `${control}.away`);
    process.kill(pidOf(opened) ?? 0, 'SIGKILL');
    while (!events.some(({ kind }) => kind === 'failing')) await sleep(20);
    expect(events.find((event) => event.kind === 'failing')).toMatchObject({ problem: { tag: 'storage', why: expect.stringContaining('pg_control') } });
    renameSync(`${control}.away`, control);
    while (!events.some(({ kind }) => kind === 'back')) await sleep(20);
    expect(await query(opened, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of two processes that lose it, one starts it and both use it', async () => {
    const holder = await startHolder();
    const events: PostgresEvent[] = [];
    const opened = await openHeld((event) => events.push(event));
    process.kill(pidOf(opened) ?? 0, 'SIGKILL');
    while (!events.some(({ kind }) => kind === 'back')) await sleep(20);
    await held.pop()?.close();
    expect(isAlive(opened)).toBe(true);
    holder.stdin?.end();
    await once(holder, 'exit');
    expect(isAlive(opened)).toBe(false);
  });

  test('listens in the temporary folder where its own path is too long for a socket', async () => {
    const opened = await open(undefined, join(home, 'x'.repeat(100), 'postgres'));
    held.push(opened);
    const socketFolder = opened.owner.host ?? '';
    expect(dirname(socketFolder)).toBe(tmpdir());
    expect(statSync(socketFolder).mode & 0o077).toBe(0);
    expect(await query(opened, 'select 1 as one')).toEqual([{ one: 1 }]);
    await held.pop()?.close();
    rmSync(socketFolder, { recursive: true });
  });

  test.skipIf(!findServerUser())('keeps its data in a place of their own when root’s home is shut to its user', async () => {
    const shut = join(home, 'root');
    mkdirSync(shut, { mode: 0o700 });
    const opened = await open(undefined, join(shut, 'rounds', 'postgres'), join(shut, 'rounds'));
    const place = dirname(opened.dataFolder ?? '');
    expect(dirname(place)).toBe(join(tmpdir(), 'rounds-services'));
    expect(statSync(shut).mode & 0o777).toBe(0o700);
    expect(await query(opened, 'select 1 as one')).toEqual([{ one: 1 }]);
    await opened.close();
    rmSync(place, { recursive: true });
  });
});
