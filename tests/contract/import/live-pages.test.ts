/** An open page learns of a live session by itself. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeSession } from '../server/write-session.ts';
import { startRounds, type RunningRounds } from './start-rounds.ts';

const session = (id: string) => ({ id, cwd: '/home/you/shop', startedAt: '2026-03-02T09:00:00.000Z', steps: [{ prompt: 'Please begin.' }] });

let home: string;
let running: RunningRounds;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds live '));
});
afterEach(async () => {
  running.kill('SIGKILL');
  await running.ended;
  rmSync(home, { recursive: true, force: true });
});

test('the served app reads on and tells its pages, and ends cleanly', async () => {
  const folder = join(home, '.claude', 'projects', '-home-you-shop');
  mkdirSync(folder, { recursive: true });
  writeSession(join(folder, 'first.jsonl'), session('first'));
  running = startRounds(['--no-open', '--port', '0'], home);
  const said = await running.until('Read 1 session');
  const url = new URL(said.split('\n')[0] ?? '');
  const headers = { authorization: `Bearer ${url.searchParams.get('token')}` };
  const listTotal = async (): Promise<unknown> => ((await (await fetch(`${url.origin}/api/sessions`, { headers })).json()) as { total: number }).total;
  expect(await listTotal()).toBe(1);

  const leaving = new AbortController();
  const events = await fetch(`${url.origin}/api/events`, { headers, signal: leaving.signal });
  const heard = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  const [line] = writeSession(join(home, 'second.jsonl'), session('second'));
  appendFileSync(join(folder, 'second.jsonl'), `${line}\n`);
  let text = '';
  while (!text.includes('"sessions":true')) text += (await heard?.read())?.value ?? '';
  expect(text).toContain('event: changed');
  expect(text).not.toContain('"running":true');
  expect(await listTotal()).toBe(2);
  leaving.abort();
  running.kill('SIGTERM');
  expect(await running.ended).toMatchObject({ code: 0, stderr: expect.not.stringContaining('bug') as string });
});
