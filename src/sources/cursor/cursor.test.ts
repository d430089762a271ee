import { assert, constantFrom, nat, property } from 'fast-check';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { eventSchema, type EventKind, type EventOf, type SessionEvent } from '../../model/event.ts';
import { loadSqlite } from '../load-sqlite.ts';
import { readTranscript } from '../read-transcript.ts';
import type { ReadSummary } from '../source.ts';
import { readBytes, readFixture } from '../testing/read-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'rounds-cursor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const START = 1780000000000;
const COMPOSER = 'c0000000-1111-4222-8333-444444444444';

function readDatabase(name: string, rows: Readonly<Record<string, unknown>>): { summary: ReadSummary; events: SessionEvent[] }[] {
  const path = join(folder, name);
  const db = new (loadSqlite().DatabaseSync)(path);
  db.exec('CREATE TABLE ItemTable (key TEXT UNIQUE, value BLOB); CREATE TABLE cursorDiskKV (key TEXT UNIQUE ON CONFLICT REPLACE, value BLOB)');
  const insert = db.prepare('INSERT INTO cursorDiskKV VALUES (?, ?)');
  for (const [key, value] of Object.entries(rows))
    insert.run(key, value === null ? null : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
  db.close();
  const sessions: { summary: ReadSummary; events: SessionEvent[] }[] = [];
  let events: SessionEvent[] = [];
  const reading = readTranscript(path, [readFileSync(path)], (event) => events.push(eventSchema.parse(event)), {
    onSession(summary) {
      sessions.push({ summary, events });
      events = [];
    },
  });
  expect(reading).toMatchObject({ state: 'read', agent: 'cursor', unit: 'message' });
  return sessions;
}

const of = <K extends EventKind>(events: readonly SessionEvent[], kind: K): EventOf<K>[] => events.filter((event): event is EventOf<K> => event.kind === kind);

/** A conversation with these bubbles, one a second. */
function toRows(id: string, bubbles: readonly Record<string, unknown>[], header: Record<string, unknown> = {}): Record<string, unknown> {
  const named = bubbles.map((bubble, index): Record<string, unknown> => ({
    _v: 3,
    bubbleId: `b${index + 1}`,
    createdAt: new Date(START + index * 1000).toISOString(),
    ...bubble,
  }));
  return {
    [`composerData:${id}`]: {
      _v: 10,
      composerId: id,
      createdAt: START,
      lastUpdatedAt: START + 60_000,
      fullConversationHeadersOnly: named.map(({ bubbleId, type }) => ({ bubbleId, type })),
      ...header,
    },
    ...Object.fromEntries(named.map((bubble) => [`bubbleId:${id}:${String(bubble['bubbleId'])}`, bubble])),
  };
}

const person = (text: string, more = {}) => ({ type: 1, text, ...more });
const agent = (text: string, more = {}) => ({ type: 2, text, ...more });
const tool = (toolCallId: string, name: string, args: unknown, more: Record<string, unknown> = {}) => ({
  type: 2,
  text: '',
  toolFormerData: { toolCallId, name, rawArgs: typeof args === 'string' ? args : JSON.stringify(args), status: 'completed', ...more },
});

describe('a conversation', () => {
  const rows = {
    ...toRows(
      COMPOSER,
      [
        person('Fix the count.\nThe last perch is missing.', { images: [{}] }),
        agent('', { thinking: { text: 'Off by one?' } }),
        agent('I look first.', { modelInfo: { modelName: 'gpt-5.4' }, tokenCount: { inputTokens: 9, outputTokens: 40 } }),
        tool('t1', 'read_file', { target_file: 'count.js' }, { result: JSON.stringify({ contents: 'let n' }) }),
        tool('t2', 'run_terminal_command_v2', '', {
          params: { command: 'node count.js', cwd: '/home/ada/birdhouse' },
          result: { output: '1 failing', exitCode: 1 },
          additionalData: { status: 'error' },
        }),
        tool('t3', 'search_replace', { file_path: 'count.js', old_string: 'i = 1', new_string: 'i = 0' }, { result: '{}' }),
        tool(
          't4',
          'edit_file_v2',
          { path: 'perch.txt' },
          { result: JSON.stringify({ beforeContentId: 'composer.content.aa', afterContentId: 'composer.content.bb' }) },
        ),
        tool('t5', 'edit_file_v2', { path: 'new.txt' }, { result: JSON.stringify({ afterContentId: 'composer.content.bb' }) }),
        tool(
          't6',
          'edit_file',
          { target_file: 'a.js', code_edit: '// …' },
          { result: JSON.stringify({ diff: { chunks: [{ diffString: '  a\n- b\n+ c', oldStart: 4, newStart: 4 }] } }) },
        ),
        { ...tool('t7', 'edit_file', { target_file: 'seg.js' }, { result: '{}' }), bubbleId: 'seg' },
        tool('t8', 'run_terminal_cmd', { command: 'rm -r boxes' }, { result: JSON.stringify({ rejected: true }), additionalData: { status: 'rejected' } }),
        tool('t9', 'edit_file_v2', { path: 'b.js' }, { status: 'cancelled', error: { clientVisibleErrorMessage: 'Edit rejected: User chose to skip' } }),
        tool('t10', 'run_terminal_command_v2', { command: 'sleep 9' }, { status: 'cancelled' }),
        tool('t11', 'read_file_v2', { targetFile: 'gone.js' }, { status: 'error', error: JSON.stringify({ clientVisibleErrorMessage: 'File not found' }) }),
        tool('t12', 'run_terminal_command_v2', { command: 'node count.js' }, { result: { output: 'ok' }, additionalData: { status: 'success' } }),
        tool('t13', 'mcp_birds_lookup', { bird: 'wren' }, { result: 'small' }),
        tool('t14', 'apply_patch', '*** Begin Patch\n*** Delete File: old.js\n*** End Patch', { result: '{}' }),
        agent('', { errorDetails: { message: 'No quota left.' } }),
        tool('t15', 'run_terminal_command_v2', { command: 'sleep 99' }, { status: 'loading' }),
      ],
      {
        name: 'Perch count',
        createdOnBranch: 'perches',
        status: 'aborted',
        modelConfig: { modelName: 'default' },
        workspaceIdentifier: { uri: { fsPath: '/home/ada/birdhouse' } },
        codeBlockData: { 'file:///seg.js': { 0: { bubbleId: 'seg', diffId: 'd1' } } },
      },
    ),
    'composer.content.aa': 'oak\nash\nelm\n',
    'composer.content.bb': 'oak\nyew\nelm\n',
    [`codeBlockDiff:${COMPOSER}:d1`]: { newModelDiffWrtV0: [{ original: { startLineNumber: 7, endLineNumberExclusive: 7 }, modified: ['seven'] }] },
    'composerData:draft': { composerId: 'draft', fullConversationHeadersOnly: [] },
    'composerData:broken': '{"composerId":"broken"',
    'composerData:none': null,
  };
  const sessions = readDatabase('state.vscdb', rows);
  const { summary, events } = sessions[0] ?? { summary: undefined, events: [] };

  test('drafts and damaged ones are no sessions', () => {
    expect(sessions).toHaveLength(1);
    expect(summary?.malformed).toEqual({ count: 0, first: [] });
    expect(summary?.session).toMatchObject({
      nativeId: COMPOSER,
      title: 'Perch count',
      branch: 'perches',
      cwd: '/home/ada/birdhouse',
      models: ['gpt-5.4'],
      outputTokens: 40,
      startedAt: '2026-05-28T20:26:40.000Z',
    });
  });

  test('what was said and thought', () => {
    expect(of(events, 'prompt')).toMatchObject([{ origin: 'human', text: 'Fix the count.\nThe last perch is missing.', images: 1, line: 1 }]);
    expect(of(events, 'reasoning').map((event) => event.text)).toEqual(['Off by one?']);
    expect(of(events, 'reply')).toMatchObject([{ text: 'I look first.', model: 'gpt-5.4' }]);
    expect(of(events, 'note')).toMatchObject([{ topic: 'error', text: 'No quota left.' }]);
    expect(of(events, 'interruption')).toMatchObject([{ during: 'tool' }]);
  });

  test('no single field says how a call ended', () => {
    expect(of(events, 'result').map(({ callId, outcome, exitCode, exitInferred }) => [callId, outcome, exitCode, exitInferred])).toEqual([
      ['t1', 'ok', undefined, undefined],
      ['t2', 'failed', 1, undefined],
      ['t3', 'ok', undefined, undefined],
      ['t4', 'ok', undefined, undefined],
      ['t5', 'ok', undefined, undefined],
      ['t6', 'ok', undefined, undefined],
      ['t7', 'ok', undefined, undefined],
      ['t8', 'refused', undefined, undefined],
      ['t9', 'refused', undefined, undefined],
      ['t10', 'interrupted', undefined, undefined],
      ['t11', 'failed', undefined, undefined],
      ['t12', 'ok', 0, true],
      ['t13', 'ok', undefined, undefined],
      ['t14', 'ok', undefined, undefined],
    ]);
    expect(of(events, 'call')[1]?.action).toEqual({ type: 'run', command: 'node count.js', cwd: '/home/ada/birdhouse' });
    expect(of(events, 'call').find((call) => call.callId === 't13')?.action).toEqual({ type: 'other', input: '{"bird":"wren"}' });
  });

  test('edits, from the best that is kept', () => {
    expect(
      of(events, 'edit').map(({ callId, path, change, hunks }) => [
        callId,
        path,
        change,
        hunks.flatMap((hunk) => [hunk.oldStart, hunk.newStart, ...hunk.lines]),
      ]),
    ).toEqual([
      ['t3', 'count.js', 'update', [0, 0, '-i = 1', '+i = 0']],
      ['t4', 'perch.txt', 'update', [2, 2, '-ash', '+yew']],
      ['t5', 'new.txt', 'create', [0, 1, '+oak', '+yew', '+elm']],
      ['t6', 'a.js', 'update', [4, 4, ' a', '-b', '+c']],
      ['t7', 'seg.js', 'update', [0, 7, '+seven']],
      ['t14', 'old.js', 'delete', []],
    ]);
    expect(of(events, 'edit')[1]).toMatchObject({ before: 'oak\nash\nelm\n', after: 'oak\nyew\nelm\n' });
    expect(events.filter((event) => 'callId' in event && event.callId === 't4').map((event) => event.kind)).toEqual(['call', 'edit', 'result']);
  });
});

test('a sub-agent’s conversation knows its parent; bubbles of 2024 stand in the conversation itself', () => {
  const rows = {
    ...toRows('sub', [person('Count all nests.'), agent('Four.')], { subagentInfo: { parentComposerId: COMPOSER } }),
    'composerData:old': { composerId: 'old', createdAt: START, conversation: [person('Make a nest.', { bubbleId: 'o1' }), agent('Made.', { bubbleId: 'o2' })] },
  };
  const [old, sub] = readDatabase('more.vscdb', rows);
  expect(old?.events.map((event) => [event.kind, event.at])).toEqual([
    ['prompt', '2026-05-28T20:26:40.000Z'],
    ['reply', '2026-05-28T20:26:40.000Z'],
  ]);
  expect(old?.summary.session.title).toBe('Make a nest.');
  expect(sub?.summary.session.parentNativeId).toBe(COMPOSER);
  expect(sub?.events[0]).toMatchObject({ kind: 'prompt', origin: 'agent', thread: 'sub' });
});

test('whatever stands in the values, reading ends well', () => {
  let count = 0;
  const whole = JSON.stringify({
    bubbleId: 'b1',
    type: 2,
    text: 'x',
    toolFormerData: {
      toolCallId: 't',
      name: 'edit_file',
      rawArgs: '{"target_file":"a","old_string":"b"}',
      result: '{"diff":{"chunks":[{"diffString":"+ a"}]}}',
      status: 'completed',
    },
  });
  assert(
    property(nat({ max: whole.length - 1 }), nat({ max: 20 }), constantFrom('', '"', '{', '}', '[', 'null', '7'), (at, length, patch) => {
      count += 1;
      const damaged = whole.slice(0, at) + patch + whole.slice(at + length);
      readDatabase(`damaged-${count}.vscdb`, { ...toRows('c', [person('Hello.'), {}]), 'bubbleId:c:b2': damaged });
    }),
    { numRuns: 40 },
  );
});

test('a transcript: words and calls, and of an edit what was asked for', () => {
  const { of: told, reading } = readFixture('cursor/sessions/7f000000-1111-4222-8333-444444444444.jsonl');
  expect(reading).toMatchObject({ agent: 'cursor', unit: 'line' });
  expect(reading.summary.session).toMatchObject({ nativeId: '7f000000-1111-4222-8333-444444444444', title: 'Fix the count.', startedAt: null });
  expect(reading.summary.unknownRecords).toEqual({ 'block hologram': 1, 'role narrator': 1 });
  expect(told('prompt').map(({ origin, text }) => [origin, text.split('\n')[0]])).toEqual([
    ['human', 'Fix the count.'],
    ['system', '<system_reminder>'],
    ['human', 'Thanks.'],
  ]);
  expect(told('reply').map((reply) => reply.text)).toEqual(['I look first.', 'Done.']);
  expect(told('call').map(({ action }) => action)).toEqual([
    { type: 'read', path: '/home/ada/birdhouse/count.js' },
    { type: 'run', command: 'node count.js', cwd: '/home/ada/birdhouse', description: 'Count' },
    { type: 'edit', paths: ['/home/ada/birdhouse/count.js'] },
    { type: 'edit', paths: ['/home/ada/birdhouse/perch.txt'] },
    { type: 'run', command: 'node count.js' },
    { type: 'run', command: 'node count.js' },
    { type: 'edit', paths: ['old.js'] },
    { type: 'edit', paths: ['a.txt'] },
    { type: 'search', query: 'perch', path: 'src' },
    { type: 'fetch', target: 'perch sizes' },
  ]);
  expect(new Set(told('call').map((call) => call.callId)).size).toBe(10);
  expect(told('edit').map(({ path, change, hunks }) => [path, change, hunks.flatMap((hunk) => hunk.lines)])).toEqual([
    ['/home/ada/birdhouse/count.js', 'update', ['-i = 1', '+i = 0']],
    ['/home/ada/birdhouse/perch.txt', 'create', ['+oak', '+ash']],
    ['old.js', 'delete', []],
    ['a.txt', 'delete', []],
  ]);
  expect(told('result')).toEqual([]);
});

const say = (role: string, text: string): string => JSON.stringify({ role, message: { content: [{ type: 'text', text }] } });

test('a transcript of 2026 says when a prompt was sent, and how a turn ended', () => {
  const lines = [
    say('user', '<timestamp>Sunday, Mar 1, 2026, 12:15 AM (UTC+5:30)</timestamp>\n<user_query>\nCount the boxes.\n</user_query>'),
    say('assistant', 'I count.'),
    '{"type":"turn_ended","status":"aborted","error":"User aborted/interrupted manually."}',
    say('user', '<timestamp>Sunday, Mar 1, 2026, 12:05 PM (UTC)</timestamp>\n<user_query>Go on.</user_query>'),
    '{"type":"turn_ended","status":"success"}',
    say('user', '<timestamp>soon</timestamp>\n<user_query>And paint.</user_query>'),
    '{"type":"turn_ended","status":"error","error":"No paint."}',
  ];
  const { reading, events } = readBytes('22222222-3333-4444-8555-666666666666.jsonl', [Buffer.from(`${lines.join('\n')}\n`)]);
  expect(reading.summary).toMatchObject({ unknownRecords: {}, malformed: { count: 0 }, session: { startedAt: '2026-02-28T18:45:00.000Z' } });
  expect(events.map(({ kind, at }) => [kind, at])).toEqual([
    ['prompt', '2026-02-28T18:45:00.000Z'],
    ['reply', '2026-02-28T18:45:00.000Z'],
    ['interruption', '2026-02-28T18:45:00.000Z'],
    ['prompt', '2026-03-01T12:05:00.000Z'],
    ['prompt', '2026-03-01T12:05:00.000Z'],
    ['note', '2026-03-01T12:05:00.000Z'],
  ]);
});
