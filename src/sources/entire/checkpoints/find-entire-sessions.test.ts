import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTranscript } from '../../read-transcript.ts';
import { findEntireSessions, type EntireSession, type EntireStore } from './find-entire-sessions.ts';
import { parseCheckpointPlace, parseOwnRef } from './parse-checkpoint-place.ts';
import { readEntireTranscript } from './read-entire-transcript.ts';

const SESSION = '11111111-2222-4333-8444-555555555555';
const ULID = '01KXGTTNGCEACC83QZEJ5YAF0D';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rounds entire '));
  git('init', '-q', '-b', 'main');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(...args: string[]): string {
  const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', [...settings, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: undefined },
  }).trim();
}

/** A ref whose commit holds these files, without touching the work tree. */
function addRef(ref: string, textByPath: Readonly<Record<string, string>>, parents: readonly string[] = []): void {
  const work = join(root, '.git', 'a tree');
  for (const [path, text] of Object.entries(textByPath)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  git('--work-tree', work, 'read-tree', '--empty');
  git('--work-tree', work, 'add', '-A', '-f', work);
  git('update-ref', ref, git('commit-tree', git('write-tree'), '-m', 'checkpoint', ...parents.flatMap((parent) => ['-p', parent])));
  rmSync(work, { recursive: true });
}

const metadata = (createdAt: string, nativeId = SESSION) =>
  JSON.stringify({ session_id: nativeId, created_at: createdAt, branch: 'main', agent: 'Gemini CLI', files_touched: ['box.py'], transcript_lines_at_start: 3 });
const line = (uuid: string, text: string) =>
  JSON.stringify({ type: 'user', uuid, sessionId: SESSION, timestamp: '2026-03-01T09:15:00Z', message: { role: 'user', content: text } });

async function find(): Promise<EntireStore> {
  const found = await findEntireSessions(root);
  if (!found.ok) throw new Error(found.problem.what);
  return found.value;
}

async function readPrompts(session: EntireSession): Promise<{ agent: string; prompts: string[] }> {
  const transcript = await readEntireTranscript(root, session);
  if (!transcript.ok) throw new Error(transcript.problem.what);
  const prompts: string[] = [];
  const reading = readTranscript(transcript.value.name, transcript.value.chunks, (event) => event.kind === 'prompt' && prompts.push(event.text));
  return { agent: reading.state === 'not-a-transcript' ? reading.why : reading.agent, prompts };
}

describe('the branch of the first layout', () => {
  test('one session in many checkpoints is one, with the latest transcript and what each checkpoint says of it', async () => {
    addRef('refs/heads/entire/checkpoints/v1', {
      'aa/bbccddeeff/metadata.json': '{"checkpoint_id":"aabbccddeeff","sessions":[]}',
      'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00+01:00'),
      'aa/bbccddeeff/0/full.jsonl': line('u1', 'one'),
      'aa/bbccddeeff/0/prompt.txt': 'one',
      '11/2233445566/0/metadata.json': metadata('2026-03-01T10:00:00Z', `2026-03-01-${SESSION}`),
      '11/2233445566/0/full.jsonl': `${line('u1', 'one')}\n${line('u2', 'two')}`,
      '11/2233445566/0/full.jsonl.001': line('u3', 'three'),
      '11/2233445566/0/full.jsonl.002': line('u4', 'four'),
      '11/2233445566/1/metadata.json': metadata('2026-03-01T08:00:00Z', 'other'),
      '11/2233445566/1/full.jsonl': '{"role":"user"}',
      '11/2233445566/2/metadata.json': 'damaged {',
    });
    const { sessions, nativeIdsByCheckpoint } = await find();
    expect(sessions.map(({ nativeId, checkpoints }) => [nativeId, checkpoints.map(({ checkpoint }) => checkpoint)])).toEqual([
      [SESSION, ['aabbccddeeff', '112233445566']],
      ['other', ['112233445566']],
    ]);
    expect(sessions[0]?.checkpoints[0]).toEqual({
      checkpoint: 'aabbccddeeff',
      nativeId: SESSION,
      createdAt: '2026-03-01T09:00:00.000Z',
      branch: 'main',
      label: 'Gemini CLI',
      filesTouched: ['box.py'],
      linesBefore: 3,
    });
    expect(nativeIdsByCheckpoint.get('112233445566')?.toSorted()).toEqual([SESSION, 'other']);
    const [session] = sessions;
    // The label says Gemini; the lines are Claude Code's.
    expect(session && (await readPrompts(session))).toEqual({ agent: 'claude-code', prompts: ['one', 'two', 'three', 'four'] });
  });

  test('a fetched branch is read too', async () => {
    addRef('refs/remotes/origin/entire/checkpoints/v1', {
      'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'),
      'aa/bbccddeeff/0/full.jsonl': line('u1', 'one'),
    });
    expect((await find()).sessions).toHaveLength(1);
  });
});

test('the second layout: the raw transcript, or the short form where there is none', async () => {
  addRef('refs/entire/checkpoints/v2/main', {
    'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'),
    'aa/bbccddeeff/0/transcript.jsonl': '{"v":1,"agent":"claude-code","cli_version":"1","type":"user","content":[{"text":"short"}]}\n',
    'bb/bbccddeeff/0/metadata.json': metadata('2026-03-01T11:00:00Z', 'short-only'),
    'bb/bbccddeeff/0/transcript.jsonl': '{"v":1,"agent":"claude-code","cli_version":"1","type":"user","content":[{"text":"short"}]}\n',
  });
  addRef('refs/entire/checkpoints/v2/full/current', { 'aa/bbccddeeff/0/raw_transcript': line('u1', 'whole') });
  const { sessions } = await find();
  expect(await Promise.all(sessions.map(readPrompts))).toEqual([
    { agent: 'entire', prompts: ['short'] },
    { agent: 'claude-code', prompts: ['whole'] },
  ]);
});

test('a ref for each checkpoint', async () => {
  addRef(`refs/entire/checkpoints/0D/${ULID}`, {
    'metadata.json': '{}',
    '0/metadata.json': metadata('2026-03-01T10:00:00Z'),
    '0/full.jsonl': line('u1', 'one'),
  });
  addRef('refs/entire/checkpoints/f7/a3b2c4d5e6f7', {
    '0/metadata.json': metadata('2026-03-02T10:00:00Z'),
    '0/full.jsonl': `${line('u1', 'one')}\n${line('u2', 'two')}`,
  });
  addRef('refs/entire/checkpoints/zz/a3b2c4d5e6f8', { '0/metadata.json': metadata('2026-03-02T10:00:00Z', 'foreign') });
  const { sessions } = await find();
  expect(sessions.map(({ nativeId, checkpoints }) => [nativeId, checkpoints.map(({ checkpoint }) => checkpoint)])).toEqual([[SESSION, [ULID, 'a3b2c4d5e6f7']]]);
  expect(sessions[0] && (await readPrompts(sessions[0])).prompts).toEqual(['one', 'two']);
});

test('a repository without Entire has none, and a folder that is none says so', async () => {
  expect(await find()).toEqual({ sessions: [], nativeIdsByCheckpoint: new Map() });
  rmSync(join(root, '.git'), { recursive: true });
  expect(await findEntireSessions(root)).toMatchObject({ ok: false, problem: { what: 'This is no git repository.' } });
});

test('where this clone leaves out the latest transcript, the latest that is here is read', async () => {
  addRef('refs/heads/entire/checkpoints/v1', {
    'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'),
    'aa/bbccddeeff/0/full.jsonl': line('u1', 'one'),
    'bb/bbccddeeff/0/metadata.json': metadata('2026-03-01T11:00:00Z'),
    'bb/bbccddeeff/0/full.jsonl': `${line('u1', 'one')}\n${line('u2', 'two')}`,
  });
  const leaveOut = (path: string): void => {
    const object = git('rev-parse', `refs/heads/entire/checkpoints/v1:${path}`);
    rmSync(join(root, '.git', 'objects', object.slice(0, 2), object.slice(2)), { force: true });
  };
  leaveOut('bb/bbccddeeff/0/full.jsonl');
  const [session] = (await find()).sessions;
  expect(session && (await readPrompts(session)).prompts).toEqual(['one']);
  leaveOut('aa/bbccddeeff/0/full.jsonl');
  const [none] = (await find()).sessions;
  expect(none && (await readEntireTranscript(root, none))).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining('not in this clone') as string },
  });
});

test('where it leaves out every copy at the tip, the latest that the branch had before is read', async () => {
  const branch = 'refs/heads/entire/checkpoints/v1';
  const path = 'aa/bbccddeeff/0/full.jsonl';
  const texts = ['one', 'two', 'three'].map((_, at, all) =>
    all
      .slice(0, at + 1)
      .map((text) => line(text, text))
      .join('\n'),
  );
  for (const [at, text] of texts.entries())
    addRef(branch, { 'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'), [path]: text }, at === 0 ? [] : [git('rev-parse', branch)]);
  const object = git('rev-parse', `${branch}:${path}`);
  rmSync(join(root, '.git', 'objects', object.slice(0, 2), object.slice(2)), { force: true });
  const [session] = (await find()).sessions;
  expect(session && (await readPrompts(session)).prompts).toEqual(['one', 'two']);
});

test('what a sub-agent did is a session of its own, after the one it worked for', async () => {
  const own = JSON.stringify({
    type: 'user',
    uuid: 'u9',
    sessionId: SESSION,
    isSidechain: true,
    timestamp: '2026-03-01T09:20:00Z',
    message: { role: 'user', content: 'Look at the lid.' },
  });
  addRef('refs/heads/entire/checkpoints/v1', {
    'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'),
    'aa/bbccddeeff/0/full.jsonl': line('u1', 'one'),
    'aa/bbccddeeff/tasks/toolu_1/checkpoint.json': JSON.stringify({ session_id: SESSION, tool_use_id: 'toolu_1', checkpoint_uuid: 'u1', agent_id: 'a1b2' }),
    'aa/bbccddeeff/tasks/toolu_1/agent-a1b2.jsonl': own,
    'aa/bbccddeeff/tasks/toolu_2/checkpoint.json': JSON.stringify({ session_id: SESSION, tool_use_id: 'toolu_2', checkpoint_uuid: 'u1' }),
    'aa/bbccddeeff/tasks/toolu_3/agent-c3d4.jsonl': own,
  });
  const { sessions, nativeIdsByCheckpoint } = await find();
  expect(sessions.map(({ nativeId, fileName }) => [nativeId, fileName]).toSorted()).toEqual([
    [SESSION, `${SESSION}.jsonl`],
    [`${SESSION}/a1b2`, 'agent-a1b2.jsonl'],
  ]);
  expect(nativeIdsByCheckpoint.get('aabbccddeeff')?.toSorted()).toEqual([SESSION, `${SESSION}/a1b2`]);
  const agent = sessions.find(({ nativeId }) => nativeId.endsWith('/a1b2'));
  const transcript = agent && (await readEntireTranscript(root, agent));
  if (!transcript?.ok) throw new Error('no transcript');
  const reading = readTranscript(transcript.value.name, transcript.value.chunks, () => undefined);
  expect(reading).toMatchObject({ state: 'read', sessions: [{ session: { nativeId: `${SESSION}/a1b2`, parentNativeId: SESSION } }] });
});

test('a session without a transcript says so', async () => {
  addRef('refs/heads/entire/checkpoints/v1', { 'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z') });
  const [session] = (await find()).sessions;
  expect(session && (await readEntireTranscript(root, session))).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
});

test.skipIf(process.platform === 'win32')('nothing that the repository brings along is started, and it stays as it is', async () => {
  const planted = join(root, 'started');
  const script = `#!/bin/sh\ntouch '${planted}'\n`;
  for (const path of ['node_modules/.bin/git', '.git/hooks/post-index-change', 'monitor.sh']) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), script);
    chmodSync(join(root, path), 0o755);
  }
  git('config', 'core.fsmonitor', join(root, 'monitor.sh'));
  addRef('refs/heads/entire/checkpoints/v1', {
    'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'),
    'aa/bbccddeeff/0/full.jsonl': line('u1', 'one'),
  });
  rmSync(planted, { force: true });
  const before = git('for-each-ref');
  const { sessions } = await find();
  expect(sessions[0] && (await readPrompts(sessions[0])).prompts).toEqual(['one']);
  expect(() => chmodSync(planted, 0o600)).toThrow('ENOENT');
  rmSync(planted, { force: true });
  expect(git('for-each-ref')).toBe(before);
});

test.each([
  ['aa/bbccddeeff/0/full.jsonl', { checkpoint: 'aabbccddeeff', slot: '0', file: 'raw', part: 0 }],
  ['aa/bbccddeeff/12/full.jsonl.003', { checkpoint: 'aabbccddeeff', slot: '12', file: 'raw', part: 3 }],
  ['aa/bbccddeeff/full.log', { checkpoint: 'aabbccddeeff', slot: '', file: 'raw', part: 0 }],
  [`${ULID.slice(0, 2)}/${ULID.slice(2)}/0/transcript.jsonl`, { checkpoint: ULID, slot: '0', file: 'compact', part: 0 }],
  ['aa/bbccddeeff/tasks/t1/agent-1.jsonl', { checkpoint: 'aabbccddeeff', slot: 'tasks/t1', file: 'raw', part: 0, agentId: '1' }],
  ['aa/bbccddeeff/0/tasks/t1/checkpoint.json', { checkpoint: 'aabbccddeeff', slot: 'tasks/t1', file: 'metadata', part: 0 }],
  ['aa/bbccddeeff/tasks/t1/checkpoints/001-t1.json', undefined],
  ['aa/bbccddeeff/tasks/../agent-1.jsonl', undefined],
  ['zz/bbccddeeff/0/full.jsonl', undefined],
  ['README.md', undefined],
])('%s', (path, place) => {
  expect(parseCheckpointPlace(path, undefined)).toEqual(place);
});

test.each([
  [`refs/entire/checkpoints/0D/${ULID}`, ULID],
  ['refs/entire/checkpoints/f7/a3b2c4d5e6f7', 'a3b2c4d5e6f7'],
  ['refs/entire/checkpoints/aa/a3b2c4d5e6f7', undefined],
  ['refs/entire/checkpoints/v2/main', undefined],
  ['refs/entire/checkpoints/v2/full/0000000000032', undefined],
])('%s', (ref, id) => {
  expect(parseOwnRef(ref)).toBe(id);
});
