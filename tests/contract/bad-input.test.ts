/** Bad input gets a clear message, the rest is done, and nothing is lost. The real program, real files, a real small disk. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from './server/write-session.ts';

const rounds = join(import.meta.dirname, '../../bin/rounds.js');
const isRoot = process.getuid?.() === 0;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds bad input '));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], options: { env?: Record<string, string>; uid?: number } = {}) {
  const env = { PATH: process.env['PATH'] ?? '', HOME: join(folder, 'home'), NO_COLOR: '1', ROUNDS_HOME: join(folder, 'state'), ...options.env };
  return spawnSync(process.execPath, [rounds, ...args], { encoding: 'utf8', env, cwd: folder, uid: options.uid, gid: options.uid, maxBuffer: 1 << 26 });
}

function writeGoodSession(path = join(folder, 'sessions', 'good.jsonl')): string {
  writeSession(path, {
    id: 'good',
    cwd: '/home/you/shop',
    startedAt: '2026-03-02T09:00:00.000Z',
    steps: [
      { prompt: 'The total is wrong when the basket is empty. Please fix it.' },
      { edit: '/home/you/shop/src/total.ts', from: 'return sum / items.length;', to: 'return items.length === 0 ? 0 : sum / items.length;' },
      { say: 'Fixed: the total is right now and all tests pass.' },
      { prompt: 'No, that is wrong: an empty basket must raise an error, because the checkout relies on it.' },
    ],
  });
  return path;
}

const readSessions = (result: { stdout: string }): number =>
  (JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '{}') as { stats: { sessions: number } }).stats.sessions;
const scanFolder = () => run(['scan', join(folder, 'sessions'), '--format', 'ndjson', '--stats']);

test('a truncated last line is named by file and line, and the rest of that file is read', () => {
  const path = writeGoodSession();
  const descriptor = openSync(path, 'a');
  writeSync(descriptor, '{"type":"user","message":{"role":"user","content":"and th');
  closeSync(descriptor);
  const result = scanFolder();
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/good\.jsonl.*\b(line )?\d+/);
  expect(result.stderr).toMatch(/JSON|truncated|incomplete|cut/i);
  expect(readSessions(result)).toBe(1);
});

test('a binary file given by name is named as such', () => {
  writeGoodSession();
  const path = join(folder, 'sessions', 'picture.jsonl');
  writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 255, 254]));
  const result = run(['scan', join(folder, 'sessions'), path, '--format', 'ndjson', '--stats']);
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/picture\.jsonl.*binary/i);
  expect(readSessions(result)).toBe(1);
});

test('a single line of 200 MB is skipped by name, in little memory', () => {
  const good = writeGoodSession();
  const path = join(folder, 'sessions', 'long.jsonl');
  const descriptor = openSync(path, 'w');
  writeSync(descriptor, spawnSync('head', ['-n', '1', good]).stdout);
  writeSync(descriptor, '{"type":"user","message":{"role":"user","content":"');
  const block = Buffer.alloc(1 << 20, 'x');
  for (let written = 0; written < 200; written += 1) writeSync(descriptor, block);
  writeSync(descriptor, '"}}\n');
  writeSync(descriptor, spawnSync('tail', ['-n', '2', good]).stdout);
  closeSync(descriptor);
  const result = scanFolder();
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/long\.jsonl.*2/);
  const { stats } = JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '{}') as { stats: { files: number; sessions: number; peakRssMB: number } };
  // Both files hold the same session.
  expect([stats.files, stats.sessions]).toEqual([2, 1]);
  expect(stats.peakRssMB).toBeLessThan(400);
});

test('a file in another encoding is named as such', () => {
  writeGoodSession();
  const path = join(folder, 'sessions', 'wide.jsonl');
  writeFileSync(path, Buffer.from('\uFEFF{"type":"user","message":{"role":"user","content":"hello"}}\n', 'utf16le'));
  const result = run(['scan', join(folder, 'sessions'), path, '--format', 'ndjson', '--stats']);
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/wide\.jsonl.*UTF-?16/i);
  expect(readSessions(result)).toBe(1);
});

/** Root may read everything, so the child runs as an ordinary user where these tests run as root. */
const NOBODY = 65534;

test('an unreadable file is named with its reason, and the others are read', () => {
  writeGoodSession();
  writeFileSync(join(folder, 'sessions', 'secret.jsonl'), '{}\n');
  chmodSync(join(folder, 'sessions', 'secret.jsonl'), 0o000);
  chmodSync(folder, 0o755);
  const result = run(['scan', join(folder, 'sessions'), '--format', 'ndjson', '--stats'], isRoot ? { uid: NOBODY } : {});
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/secret\.jsonl.*(permission|may not be read)/i);
  expect(readSessions(result)).toBe(1);
});

test('a path that does not exist is said to be so', () => {
  const result = run(['scan', join(folder, 'nowhere')]);
  expect(result.status).toBe(3);
  expect(result.stderr).toMatch(/nowhere.*(no such|does not exist)/i);
});

test('a home that cannot be written is one clear message with a way out', () => {
  const state = join(folder, 'locked');
  mkdirSync(state, { mode: 0o555 });
  chmodSync(folder, 0o755);
  writeGoodSession();
  const result = run(['import', join(folder, 'sessions')], { env: { ROUNDS_HOME: join(state, 'rounds') }, ...(isRoot ? { uid: NOBODY } : {}) });
  expect(result.status).toBe(4);
  expect(result.stderr).toMatch(/permission|read-only/i);
  expect(result.stderr).toMatch(/ROUNDS_HOME/);
  expect(result.stderr).not.toMatch(/\bat .*\(file:/);
});

/** A container's root may not mount. */
function canMountHere(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const disk = mkdtempSync(join(tmpdir(), 'rounds-mount-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
  return mounted;
}

test.skipIf(!canMountHere())('a full disk is said to be full, and what was imported before is still there', () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status).toBe(0);
  try {
    const env = { ROUNDS_HOME: disk };
    writeGoodSession();
    expect(run(['import', join(folder, 'sessions')], { env }).status).toBe(0);
    for (let copy = 0; copy < 40; copy += 1) {
      writeSession(join(folder, 'sessions', `big-${copy}.jsonl`), {
        id: `big-${copy}`,
        cwd: '/home/you/shop',
        startedAt: '2026-03-03T09:00:00.000Z',
        // Words that do not compress away.
        steps: Array.from({ length: 60 }, (_, step) => ({
          prompt: Array.from({ length: 400 }, (__, word) => ((copy * 60 + step) * 400 + word * 7919).toString(36)).join(' '),
        })),
      });
    }
    const result = run(['import', join(folder, 'sessions')], { env });
    expect(result.stderr).toMatch(/disk is full/i);
    expect([3, 4]).toContain(result.status);
    truncateSync(join(folder, 'sessions', 'good.jsonl'), 0);
    const sessions = run(['sessions', '--json'], { env });
    expect(sessions.status).toBe(0);
    expect(sessions.stdout).toContain('basket is empty');
  } finally {
    spawnSync('umount', [disk]);
  }
});

test('a port that is taken is said to be taken, with a way out', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const { port } = blocker.address() as { port: number };
  const result = await new Promise<{ status: number | null; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [rounds, '--no-open', '--port', String(port)], {
      env: { PATH: process.env['PATH'] ?? '', HOME: join(folder, 'home'), ROUNDS_HOME: join(folder, 'state'), NO_COLOR: '1' },
      cwd: folder,
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('exit', (status) => resolve({ status, stderr }));
  });
  blocker.close();
  expect(result.status).toBe(4);
  expect(result.stderr).toContain(String(port));
  expect(result.stderr).toMatch(/--port/);
});

test('scanning writes nothing, anywhere', () => {
  writeGoodSession();
  expect(scanFolder().status).toBe(0);
  expect(readdirSync(folder)).toEqual(['sessions']);
});
