/** Live sessions: whatever happens to the files, what was once read is kept and shown, and Ctrl-C ends it. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal } from '../../../src/journal/open-journal.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { writeSession } from '../server/write-session.ts';
import { startRounds, type RunningRounds } from './start-rounds.ts';

let home: string;
let running: RunningRounds | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds watch '));
  mkdirSync(join(home, 'sessions'));
});
afterEach(async () => {
  running?.kill('SIGKILL');
  await running?.ended;
  rmSync(home, { recursive: true, force: true });
});

const AUTHOR = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};
const STEPS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** The lines of a session with one prompt a line. */
function writeLines(): string[] {
  const path = join(home, 'whole.jsonl');
  const lines = writeSession(path, {
    id: 'live',
    cwd: '/home/you/shop',
    startedAt: '2026-03-02T09:00:00.000Z',
    steps: STEPS.map((prompt) => ({ prompt })),
  });
  rmSync(path);
  return lines.map((line) => `${line}\n`);
}

function listPrompts(): string[] {
  const opened = openJournal({ home: join(home, 'state') });
  if (!opened.ok) throw new Error(opened.problem.what);
  try {
    return opened.value.sessions
      .list({ limit: 10 })
      .flatMap(({ derivation }) => opened.value.events.list(derivation, 0, 100).map((event) => ('text' in event ? event.text : '')));
  } finally {
    opened.value.close();
  }
}

async function waitForFirstSession(): Promise<void> {
  for (let waited = 0; waited < 20_000; waited += 20) {
    const opened = existsSync(join(home, 'state', 'journal.db')) ? openJournal({ home: join(home, 'state') }) : undefined;
    const count = opened?.ok ? opened.value.sessions.count(false) : 0;
    if (opened?.ok) opened.value.close();
    if (count > 0) return;
    await wait(20);
  }
  throw new Error('No session was read.');
}

test('files that come, grow, are compacted, moved and deleted', async () => {
  const lines = writeLines();
  running = startRounds(['import', join(home, 'sessions'), '--watch'], home);
  await running.until('Watching');
  const folder = join(home, 'sessions', 'made', 'later');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'live.jsonl');
  writeFileSync(path, lines.slice(0, 2).join(''));
  await running.until('live.jsonl: new');
  appendFileSync(path, lines.slice(2, 4).join(''));
  await running.until('live.jsonl: went on');
  expect(listPrompts()).toEqual(STEPS.slice(0, 4));

  // As agents replace a file: written beside it, then moved over it.
  writeFileSync(`${path}.tmp`, lines.slice(3, 5).join(''));
  renameSync(`${path}.tmp`, path);
  await running.until('live.jsonl: was rewritten');
  expect(listPrompts()).toEqual(STEPS.slice(0, 5));

  renameSync(path, join(folder, 'moved.jsonl'));
  await running.until('moved.jsonl: new');
  appendFileSync(join(folder, 'moved.jsonl'), lines[5] ?? '');
  await running.until('moved.jsonl: went on');
  rmSync(join(home, 'sessions', 'made'), { recursive: true });
  await running.until('moved.jsonl: is gone');
  expect(listPrompts()).toEqual(STEPS);

  running.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect(code).toBe(0);
  expect(stderr).not.toContain('bug');
  // Six imports one after the other, each with a rest after it: long on a machine that is busy.
}, 240_000);

test('a new checkpoint in a repository that was given', async () => {
  const root = join(home, 'meadow');
  mkdirSync(root);
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...AUTHOR } }).trim();
  git('init', '-q');
  running = startRounds(['import', root, '--watch'], home);
  await running.until('Watching');

  // As Entire writes it: a commit of its own branch, whose tree holds the session so far.
  const place = 'aa/bbccddeeff/0';
  const metadata = JSON.stringify({ session_id: 'live', created_at: '2026-03-02T10:00:00Z', agent: 'Claude Code' });
  const checkpoint = (transcript: string): void => {
    for (const [name, text] of [
      ['metadata.json', metadata],
      ['full.jsonl', transcript],
    ] as const) {
      const object = execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: root, encoding: 'utf8', input: text }).trim();
      git('update-index', '--add', '--cacheinfo', `100644,${object},${place}/${name}`);
    }
    git('update-ref', 'refs/heads/entire/checkpoints/v1', git('commit-tree', git('write-tree'), '-m', 'Checkpoint'));
  };
  const lines = writeLines();
  checkpoint(lines.slice(0, 2).join(''));
  await running.until('live.jsonl: new');
  checkpoint(lines.join(''));
  await running.until('live.jsonl: went on');
  expect(listPrompts()).toEqual(STEPS);
  running.kill('SIGINT');
  expect(await running.ended).toMatchObject({ code: 0 });
}, 240_000);

test('as JSON every change is one line on stdout', async () => {
  const lines = writeLines();
  running = startRounds(['import', join(home, 'sessions'), '--watch', '--json'], home);
  await running.until('Watching');
  writeFileSync(join(home, 'sessions', 'live.jsonl'), lines.join(''));
  await running.until('"changes":[{');
  running.kill('SIGTERM');
  const { code, stdout } = await running.ended;
  expect(code).toBe(0);
  const [, change] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(change).toMatchObject({ changes: [{ file: join(home, 'sessions', 'live.jsonl'), how: 'new', sessions: 1 }], gone: [] });
});

test('without --watch, Ctrl-C keeps what was read, and the next import goes on', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `s${index}`);
  for (const id of names) {
    const steps = Array.from({ length: 40 }, (_, index) => (index % 2 ? { say: 'All tests pass.' } : { edit: `src/${id}.ts`, from: 'a', to: `b${index}` }));
    writeSession(join(home, 'sessions', `${id}.jsonl`), { id, cwd: '/home/you/shop', startedAt: '2026-03-02T09:00:00.000Z', steps });
  }
  running = startRounds(['import', join(home, 'sessions')], home);
  // Its signal is only heard once it runs.
  await waitForFirstSession();
  running.kill('SIGINT');
  const { code, stderr } = await running.ended;
  // A very fast machine is done before it is told to stop.
  if (code !== 0) expect({ code, stderr }).toMatchObject({ code: 130, stderr: expect.stringContaining('What had been read is kept') as string });
  expect(runRounds(['import', join(home, 'sessions')], { home }).status).toBe(0);
  expect(JSON.parse(runRounds(['sessions', '--json'], { home }).stdout)).toMatchObject({ total: names.length });
});
