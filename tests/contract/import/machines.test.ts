/** One person, several machines, from the command line. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runRounds } from '../cli/run-rounds.ts';
import { writeSession } from '../server/write-session.ts';

let folder: string;
const on = (machine: string, ...args: string[]) => runRounds(args, { home: join(folder, machine) });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds machines '));
  for (const id of ['laptop', 'tower']) {
    mkdirSync(join(folder, id));
    writeSession(join(folder, id, 'sessions', `${id}.jsonl`), {
      id,
      cwd: '/home/you/shop',
      startedAt: '2026-03-02T09:00:00.000Z',
      steps: [{ prompt: `Please fix the ${id}.` }, { edit: 'src/total.ts', from: 'a', to: 'b' }, { say: 'Fixed: all tests pass.' }],
    });
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('export here, import there: sessions and moments of both, once', () => {
  const file = join(folder, 'laptop.rounds');
  for (const machine of ['laptop', 'tower']) expect(on(machine, 'import', 'sessions').status).toBe(0);
  expect(on('laptop', 'export', file)).toMatchObject({ status: 0, stderr: '' });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(on('laptop', 'export', file)).toMatchObject({ status: 2, stderr: expect.stringContaining('--force') as string });
  expect(on('laptop', 'export', file, '--force', '--json').status).toBe(0);

  const merged = on('tower', 'import', file);
  expect(merged).toMatchObject({ status: 0, stderr: '' });
  expect(merged.stdout).toContain('Took 1 transcript');
  expect(on('tower', 'import', file).stdout).toContain('Nothing new');
  expect(JSON.parse(on('tower', 'sessions', '--json').stdout)).toMatchObject({ total: 2 });
  const { moments } = JSON.parse(on('tower', 'moments', '--json').stdout) as { moments: { id: string }[] };
  expect(moments.length).toBeGreaterThan(1);
});

test('a journal with nothing of yours writes no file, and says why', () => {
  const file = join(folder, 'nothing.rounds');
  mkdirSync(join(folder, 'bare'));
  expect(on('bare', 'export', file)).toMatchObject({ status: 2, stderr: expect.stringContaining('This journal is empty') as string });
  expect(on('bare', 'demo').status).toBe(0);
  expect(on('bare', 'export', file)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('only the demo') as string });
  expect(existsSync(file)).toBe(false);
});

test('a damaged file is refused, named, and nothing is taken', () => {
  const file = join(folder, 'torn.rounds');
  expect(on('laptop', 'export', file).status).toBe(0);
  const whole = statSync(file).size;
  const db = join(folder, 'fresh');
  mkdirSync(db);
  writeFileSync(file, Buffer.alloc(whole / 2, 1), { flag: 'r+' });
  // No longer recognisable at all: then it is only a file that is no transcript.
  expect(on('fresh', 'import', file).status).toBe(3);
  expect(JSON.parse(on('fresh', 'sessions', '--json').stdout)).toMatchObject({ total: 0 });
});
