import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventSchema, type SessionEvent } from '../../model/event.ts';
import { readTranscript, type TranscriptRead } from '../read-transcript.ts';
import { addSession, createOpencodeDatabase, readExport } from '../testing/build-opencode-database.ts';
import { FIXTURES, readFixture } from '../testing/read-fixture.ts';
import { PART_SCHEMAS } from './records/part.ts';

const session = (name: string) => readFixture(`opencode/sessions/${name}.json`);

test('every kind of part has a fixture, is known and fits', () => {
  const { reading, events } = readFixture('opencode/records/records.json');
  expect([...PART_SCHEMAS.keys()].filter((kind) => !(`part/${kind}` in reading.summary.knownRecords))).toEqual([]);
  expect(reading.summary).toMatchObject({ unknownRecords: {}, malformed: { count: 0 } });
  for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
});

describe('a session with trouble', () => {
  const { of, events, reading } = session('trouble');

  test('codes are numbers; refusals keep the person’s words; what was cut off is interrupted', () => {
    expect(reading.unit).toBe('message');
    expect(of('result').map(({ outcome, exitCode, humanText }) => [outcome, exitCode, humanText])).toEqual([
      ['ok', undefined, undefined],
      ['failed', 1, undefined],
      ['ok', 0, undefined],
      ['ok', undefined, undefined],
      ['ok', undefined, undefined],
      ['ok', undefined, undefined],
      ['failed', undefined, undefined],
      ['refused', undefined, 'keep the nests'],
      ['ok', undefined, undefined],
      ['interrupted', undefined, undefined],
      ['ok', undefined, 'White'],
    ]);
    expect(of('interruption')).toMatchObject([{ during: 'tool', line: 3 }]);
  });

  test('edits come from the kept diffs, for every file of a patch, before the result', () => {
    expect(of('edit').map(({ path, change, movedTo }) => [path.slice(20), change, movedTo?.slice(20)])).toEqual([
      ['door.js', 'update', undefined],
      ['a.js', 'create', undefined],
      ['b.js', 'delete', undefined],
      ['c.js', 'move', 'd.js'],
      ['e.js', 'update', undefined],
      ['old.txt', 'update', undefined],
      ['new.txt', 'create', undefined],
    ]);
    expect(of('edit')[0]).toMatchObject({ hunks: [{ oldStart: 1, lines: ['-red', '+blue'] }], before: 'red\n', after: 'blue\n' });
    const patch = of('call').find(({ tool }) => tool === 'apply_patch');
    expect(events.filter((event) => 'callId' in event && event.callId === patch?.callId).map(({ kind }) => kind)).toEqual([
      'call',
      'edit',
      'edit',
      'edit',
      'edit',
      'result',
    ]);
  });

  test('prompts by who wrote them, a compaction with its summary, errors, and a conversation taken back', () => {
    expect(of('prompt').map(({ origin, text, images }) => [origin, text, images])).toEqual([
      ['human', 'Paint the door.', 1],
      ['system', 'The folder has two files.', undefined],
      ['summary', 'The door is blue.', undefined],
      ['command', 'Look for more.', undefined],
      ['human', 'And the wall?', undefined],
      ['human', 'Stop.', undefined],
    ]);
    expect(of('compaction')).toMatchObject([{ trigger: 'auto', line: 4 }]);
    expect(of('note').map(({ topic, text }) => [topic, text])).toEqual([
      ['error', 'APIError: overloaded'],
      ['error', 'ProviderAuthError: no key'],
    ]);
    expect(of('rollback')).toMatchObject([{ turns: 2 }]);
    expect(reading.summary.unknownRecords).toEqual({ 'part/moon_phase': 1 });
  });
});

test('a recording of 1.18', () => {
  const { of, reading } = session('recorded-1.18');
  expect(reading.summary).toMatchObject({
    unknownRecords: {},
    malformed: { count: 0 },
    session: { title: 'Scripted title', cwd: '/home/ada/birdhouse', agentVersions: ['1.18.33'], models: ['oc1'], outputTokens: 220 },
  });
  expect(of('result').map(({ outcome, exitCode }) => `${outcome} ${exitCode ?? ''}`.trim())).toEqual([
    'ok',
    'failed',
    'failed 1',
    'ok',
    'ok',
    'ok',
    'failed',
    'failed',
    'ok 0',
    'ok',
    'ok',
  ]);
  expect(of('call').find(({ tool }) => tool === 'task')?.action).toMatchObject({ type: 'delegate', thread: 'ses_e029eda4fffez58sKoYo1bKI6X' });
});

test('files of 1.1: a session is read by its own file, with what stands beside it', () => {
  const path = join(FIXTURES, 'opencode/storage/session/global/ses_00000000000000000000000old.json');
  const events: SessionEvent[] = [];
  const reading = readTranscript(path, [readFileSync(path)], (event) => events.push(event));
  expect(events.map(({ kind, line }) => [kind, line])).toEqual([
    ['prompt', 1],
    ['reply', 2],
    ['call', 2],
    ['result', 2],
  ]);
  expect(reading).toMatchObject({ state: 'read', sessions: [{ malformed: { count: 0 }, session: { title: 'Count the nests.', agentVersions: ['1.1.4'] } }] });
});

function read(file: string): { reading: TranscriptRead; events: SessionEvent[] } {
  const events: SessionEvent[] = [];
  const reading = readTranscript(file, [readFileSync(file)], (event) => events.push(event));
  if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
  return { reading, events };
}

describe('the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounds opencode '));
  const path = join(folder, 'opencode.db');
  const recorded = readExport('recorded-1.18.json');
  const db = createOpencodeDatabase(path);
  beforeAll(() => {
    addSession(db, recorded);
    addSession(db, readExport('trouble.json'));
    addSession(db, recorded, { id: 'ses_child', parentId: recorded.info.id });
  });
  afterAll(() => {
    db.close();
    rmSync(folder, { recursive: true });
  });

  test('while its agent has it open, with everything still in the log, it reads as the exports do', () => {
    const before = readdirSync(folder);
    const { reading, events } = read(path);
    const [trouble, main] = [session('trouble'), session('recorded-1.18')];
    const perSession = reading.sessions.map(({ session: { nativeId } }) => nativeId);
    expect(perSession.toSorted()).toEqual([recorded.info.id, 'ses_0000000000000000000000aaaa', 'ses_child'].toSorted());
    const told = new Map(events.map((event) => [event.id, event]));
    for (const event of [...trouble.events, ...main.events]) expect(told.get(event.id)).toMatchObject({ kind: event.kind, line: event.line });
    expect(reading).toMatchObject({ agent: 'opencode', unit: 'message' });
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a sub-agent’s session knows its parent, and its brief is the agent’s', () => {
    const { reading, events } = read(path);
    expect(reading.sessions.find(({ session: { nativeId } }) => nativeId === 'ses_child')?.session.parentNativeId).toBe(recorded.info.id);
    expect(events.filter((event) => event.thread === 'ses_child' && event.kind === 'prompt')).toMatchObject([{ origin: 'agent' }]);
  });

  test('a copy with its log but without the log’s index is read, and nothing is left beside it', () => {
    const copy = join(folder, 'copy');
    cpSync(path, join(copy, 'opencode.db'), { recursive: true });
    cpSync(`${path}-wal`, join(copy, 'opencode.db-wal'));
    expect(read(join(copy, 'opencode.db')).reading.sessions).toHaveLength(3);
    expect(readdirSync(copy)).toEqual(['opencode.db', 'opencode.db-wal']);
  });

  test('a damaged row costs itself only', () => {
    db.exec("UPDATE message SET data = '{\"role\":' WHERE rowid = (SELECT min(rowid) FROM message WHERE session_id = 'ses_child')");
    db.exec("UPDATE part SET data = 'x' WHERE rowid = (SELECT max(rowid) FROM part WHERE session_id = 'ses_child')");
    const child = read(path).reading.sessions.find(({ session: { nativeId } }) => nativeId === 'ses_child');
    expect(child?.malformed.count).toBe(2);
  });
});

test('a file that was written over has the diff that its turn kept', () => {
  const edit = readFixture('opencode/sessions/recorded-1.18.json')
    .of('edit')
    .find(({ path }) => path.endsWith('README.md'));
  expect(edit).toMatchObject({ change: 'update', hunks: [{ lines: ['-Birdhouse.', '+# Birdhouse', '+', '+Counts nests.'] }] });
});
