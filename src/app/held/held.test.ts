import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openJournal, type Journal } from '../../journal/open-journal.ts';
import type { App } from '../app.ts';
import type { Environment } from '../environment.ts';
import { describeMachine } from '../describe-machine.ts';
import { hasNothingNew, importTranscripts } from '../import/import-transcripts.ts';
import { scanPaths } from '../scan-paths.ts';

const SESSION = '11111111-2222-4333-8444-555555555555';
const BRANCH = 'refs/heads/entire/checkpoints/v1';
const clock = () => new Date('2026-12-01T00:00:00Z');
let folder = '';
let root = '';
let journal: Journal;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds held '));
  root = join(folder, 'meadow');
  mkdirSync(root);
  git('init', '-q', '-b', 'main');
  const opened = openJournal({ home: join(folder, 'home') });
  if (!opened.ok) throw new Error(opened.problem.what);
  journal = opened.value;
});
afterEach(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): string {
  const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: undefined };
  return execFileSync('git', [...settings, ...args], { cwd: root, encoding: 'utf8', env }).trim();
}

/** The checkpoint branch as Entire writes it: a commit whose tree holds these files. */
function setBranch(textByPath: Readonly<Record<string, string>>): void {
  const work = join(folder, 'tree');
  for (const [path, text] of Object.entries(textByPath)) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  }
  git('--work-tree', work, 'read-tree', '--empty');
  git('--work-tree', work, 'add', '-A', '-f', work);
  git('update-ref', BRANCH, git('commit-tree', git('write-tree'), '-m', 'checkpoint'));
  rmSync(work, { recursive: true });
}

const toLine = (number: number, cwd = '/home/ada/meadow') =>
  JSON.stringify({
    type: 'user',
    uuid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    parentUuid: null,
    sessionId: SESSION,
    timestamp: `2026-03-01T09:${10 + number}:00.000Z`,
    cwd,
    version: '2.1.20',
    userType: 'external',
    isSidechain: false,
    message: { role: 'user', content: `Measure the meadow, part ${number}.` },
  });
const toText = (...numbers: number[]) => numbers.map((number) => `${toLine(number)}\n`).join('');
const metadata = (createdAt: string, nativeId = SESSION) => JSON.stringify({ session_id: nativeId, created_at: createdAt, agent: 'Claude Code' });

const FIRST = { 'aa/bbccddeeff/0/metadata.json': metadata('2026-03-01T10:00:00Z'), 'aa/bbccddeeff/0/full.jsonl': toText(1, 2) };
const SECOND = { 'bb/bbccddeeff/0/metadata.json': metadata('2026-03-01T11:00:00Z'), 'bb/bbccddeeff/0/full.jsonl': toText(1, 2, 3) };

const toEnvironment = (at: string): Environment => ({
  variables: {},
  platform: process.platform,
  userHome: join(folder, 'ada'),
  folder: at,
  version: '0.0.0',
  demoFolder: join(folder, 'demo'),
});
const deps = (at: string) => ({ journal, environment: toEnvironment(at), clock });

async function run(at: string, paths?: readonly string[]) {
  const report = await importTranscripts(deps(at), paths ? { paths } : {});
  if (!report.ok) throw new Error(report.problem.what);
  return report.value;
}

const listSessions = () =>
  journal.sessions.list({ limit: 50 }).map(({ agent, derivation }) => ({
    agent,
    prompts: journal.events.listNearestBefore(derivation, ['prompt'], Number.MAX_SAFE_INTEGER, 50).length,
  }));

test('an import in a repository reads what its checkpoints hold, once, and goes on with them', async () => {
  setBranch(FIRST);
  mkdirSync(join(root, 'src'));
  const before = git('for-each-ref');
  expect(await run(join(root, 'src'))).toMatchObject({ files: 1, filesNew: 1, sessions: 1, problems: [], changes: [{ how: 'new' }] });
  expect(listSessions()).toEqual([{ agent: 'claude-code', prompts: 2 }]);
  expect(git('for-each-ref')).toBe(before);
  expect(await hasNothingNew(deps(root), {})).toBe(true);
  expect(await run(root)).toMatchObject({ files: 1, filesNew: 0, sessions: 0 });

  setBranch({ ...FIRST, ...SECOND });
  expect(await run(folder, [root])).toMatchObject({ filesNew: 1, changes: [{ how: 'grown' }] });
  expect(listSessions()).toMatchObject([{ prompts: 3 }]);
});

test("a session that is known from the agent's own folder is one session with what both hold", async () => {
  setBranch(FIRST);
  const own = join(folder, 'own');
  mkdirSync(own);
  writeFileSync(join(own, `${SESSION}.jsonl`), toText(2, 3, 4));
  await run(folder, [own]);
  await run(root);
  expect(listSessions()).toMatchObject([{ prompts: 4 }]);
});

test('a transcript that this clone leaves out is told, and read once it is here', async () => {
  setBranch(FIRST);
  const object = git('rev-parse', `${BRANCH}:aa/bbccddeeff/0/full.jsonl`);
  rmSync(join(root, '.git', 'objects', object.slice(0, 2), object.slice(2)), { force: true });
  expect(await run(root)).toMatchObject({ files: 0, problems: [] });
  expect((await run(folder, [root])).problems).toMatchObject([{ what: expect.stringContaining('not in this clone') as string }]);
  expect(await describe(root)).toMatchObject({ state: 'unreadable', problem: expect.stringContaining('1 of its 1') as string });
  execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: root, input: FIRST['aa/bbccddeeff/0/full.jsonl'] });
  expect(await run(root)).toMatchObject({ sessions: 1 });
});

async function describe(at: string) {
  const described = await describeMachine({ ...deps(at), importer: undefined, close: undefined } as unknown as App);
  if (!described.ok) throw new Error(described.problem.what);
  return described.value.agents.find(({ agent }) => agent === 'entire');
}

test('the doctor shows what is read', async () => {
  expect(await describe(root)).toMatchObject({ state: 'absent', files: 0 });
  setBranch(FIRST);
  expect(await describe(root)).toMatchObject({ state: 'read', files: 1, bytes: Buffer.byteLength(toText(1, 2)) });
});

test('an import and a scan read what its sub-agents did', async () => {
  const agent = toText(1, 2).replaceAll('"isSidechain":false', '"isSidechain":true').replaceAll('00000000-0000', '00000001-0000');
  setBranch({
    ...FIRST,
    'aa/bbccddeeff/tasks/toolu_1/checkpoint.json': JSON.stringify({ session_id: SESSION, tool_use_id: 'toolu_1', agent_id: 'a1b2' }),
    'aa/bbccddeeff/tasks/toolu_1/agent-a1b2.jsonl': agent,
  });
  const { scanned } = await scan([], root);
  expect(scanned.flatMap((one) => (one.state === 'read' ? one.session.nativeId : [])).toSorted()).toEqual([SESSION, `${SESSION}/a1b2`]);
  expect(await run(root)).toMatchObject({ filesNew: 2, sessions: 2, problems: [] });
  expect(await run(root)).toMatchObject({ filesNew: 0 });
});

async function scan(paths: readonly string[], repository: string) {
  const scanned = [];
  const scanning = scanPaths({ paths, repository, sound: false, nursery: false });
  let next = await scanning.next();
  for (; !next.done; next = await scanning.next()) scanned.push(next.value);
  return { scanned, sessions: next.value.sessions };
}

test('a scan of a repository reads what it holds, wherever that worked, and no session twice', async () => {
  setBranch(FIRST);
  expect(await scan([], root)).toMatchObject({ scanned: [{ state: 'read', session: { nativeId: SESSION } }], sessions: 1 });
  const own = join(folder, `${SESSION}.jsonl`);
  writeFileSync(own, `${toLine(1, root)}\n`);
  expect(await scan([own], root)).toMatchObject({ scanned: [{ file: own }], sessions: 1 });
  expect(await scan([], folder)).toMatchObject({ scanned: [], sessions: 0 });
});
