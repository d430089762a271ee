import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { FIXTURES, readBytes, readFixture } from '../testing/read-fixture.ts';
import { BLOCK_SCHEMAS } from './records/blocks/block-schemas.ts';
import { RECORD_SCHEMAS, toRecordKind } from './records/record-schemas.ts';

const session = (name: string) => readFixture(`claude-code/sessions/${name}.jsonl`);
const recordFiles = readdirSync(join(FIXTURES, 'claude-code/records'));
const recordLines = recordFiles.flatMap((file) =>
  readFileSync(join(FIXTURES, 'claude-code/records', file), 'utf8')
    .trim()
    .split('\n'),
);

describe('every kind of record', () => {
  test('has a fixture', () => {
    const kinds = new Set(recordLines.map((line) => toRecordKind(JSON.parse(line))));
    expect([...RECORD_SCHEMAS.keys()].filter((kind) => !kinds.has(kind))).toEqual([]);
    const blocks = new Set(recordLines.flatMap((line) => (JSON.parse(line).message?.content ?? []) as { type?: string }[]).map((block) => block.type));
    expect(Object.keys(BLOCK_SCHEMAS).filter((type) => !blocks.has(type))).toEqual([]);
  });

  test.each(recordFiles)('is known and fits: %s', (file) => {
    const { reading, events } = readFixture(`claude-code/records/${file}`);
    expect(reading.summary.unknownRecords).toEqual({});
    expect(reading.summary.malformed).toEqual({ count: 0, first: [] });
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });

  test('says what it has to say', () => {
    const notes = readFixture('claude-code/records/system.jsonl').of('note');
    expect(notes.map(({ topic, text }) => [topic, text])).toEqual([
      ['other', 'Context microcompacted'],
      ['error', 'API error 529 Overloaded'],
      ['hook', 'lint failed\nThe hook kept the agent going.'],
      ['other', 'While you were away, the agent painted the boxes.'],
      ['other', 'Settings were read again.'],
    ]);
    const state = readFixture('claude-code/records/state.jsonl');
    expect(state.of('note').map((note) => note.topic)).toEqual(['title', 'title', 'mode', 'mode', 'pull-request']);
    expect(state.reading.summary.session.title).toBe('Boxes');
  });
});

describe('calls', () => {
  const { of, events, reading } = session('calls');
  const resultOf = (callId: string) => of('result').find((result) => result.callId === callId);

  test.each([
    ['t2', { outcome: 'failed', exitCode: 1, text: 'Exit code 1\n1 failing' }],
    ['t3', { outcome: 'ok', exitCode: 0, exitInferred: true }],
    ['t4', { outcome: 'ok' }],
    ['t5', { outcome: 'running', handle: 'b7c1' }],
    ['t6', { outcome: 'failed', exitCode: 2 }],
  ])('%s ends as its record says', (callId, expected) => {
    expect(resultOf(callId)).toMatchObject(expected);
  });

  test('a search that finds nothing has no known exit code', () => {
    expect(resultOf('t4')?.exitCode).toBeUndefined();
  });

  test('a background command is told and later waited for by its handle', () => {
    expect(of('call').find((call) => call.callId === 't5')?.action).toMatchObject({ type: 'run', background: true });
    expect(of('call').find((call) => call.callId === 't6')?.action).toEqual({ type: 'continue', handle: 'b7c1' });
  });

  test('an edit stands between its call and its result, on the line of the call', () => {
    const kinds = events.filter((event) => 'callId' in event && event.callId === 't1').map((event) => [event.kind, event.line]);
    expect(kinds).toEqual([
      ['call', 4],
      ['edit', 4],
      ['result', 5],
    ]);
    expect(of('edit')[0]).toMatchObject({ resultLine: 5, humanModified: true, change: 'update', after: 'let n = 0;\nfor (let i = 0; i < 3; i++) n++;\n' });
  });

  test('a written file is new, or replaces the old one', () => {
    const [, created, replaced] = of('edit');
    expect(created).toMatchObject({ change: 'create', before: '', after: 'a\nb\n', hunks: [{ newStart: 1, newLines: 2, lines: ['+a', '+b'] }] });
    expect(replaced).toMatchObject({ change: 'update', before: 'a\nb\n', after: 'a\nc\n' });
  });

  test('a call with no result stays a call', () => {
    expect(events.at(-1)).toMatchObject({ kind: 'call', callId: 't9' });
  });

  test('the usage of a message written over several lines counts once', () => {
    const others = 8 * 5;
    expect(reading.summary.session.outputTokens).toBe(109 + others);
  });
});

describe('what the person refused or stopped', () => {
  const { of } = session('refused');

  test('a refusal keeps the reason the person typed and makes no edit', () => {
    expect(of('result').map(({ outcome, humanText }) => [outcome, humanText])).toEqual([
      ['refused', 'keep the old name in the export'],
      ['refused', undefined],
      ['interrupted', undefined],
      ['interrupted', undefined],
      ['failed', undefined],
    ]);
    expect(of('edit')).toEqual([]);
  });

  test('interruptions are no prompts', () => {
    expect(of('interruption').map((event) => event.during)).toEqual(['tool', 'reply']);
    expect(of('prompt').map((event) => event.text)).toEqual(['Rename the box type.', 'wait, use kebab case']);
  });
});

test('only what the person typed is theirs', () => {
  const { of } = session('origins');
  expect(of('prompt').map(({ origin, text }) => [origin, text.split('\n')[0]])).toEqual([
    ['system', '<local-command-caveat>Caveat: The messages below were generated by the user while running local commands.</local-command-caveat>'],
    ['command', '/review boxes'],
    ['command', '# Review'],
    ['command', '! git status'],
    ['system', '<system-reminder>The list changed.</system-reminder>'],
    ['human', 'Why is box 4 empty?'],
    ['system', '<task-notification><task-id>b1</task-id></task-notification>'],
    ['hook', 'Stop hook feedback:'],
    ['system', 'This was sent by a timer.'],
    ['human', 'Typed by hand.'],
    ['system', '<ide_opened_file>The user opened boxes.csv</ide_opened_file>'],
    ['human', 'Sort this file.'],
    ['agent', '<teammate-message teammate_id="painter">done</teammate-message>'],
  ]);
  expect(of('note').map((note) => note.text)).toEqual(['Reviewed 3 files', 'clean']);
});

test('questions, plans, tracking and delegation', () => {
  const { of } = session('plans');
  expect(of('call').map((call) => call.action)).toEqual([
    { type: 'ask', questions: ['Which month?'] },
    { type: 'plan', text: '# Check\n1. Open each box' },
    { type: 'plan', text: '# Check\n1. Open each box\n2. Clean it' },
    { type: 'track', items: ['Open boxes'] },
    { type: 'track', items: ['Clean boxes'] },
    { type: 'delegate', prompt: 'List every box.' },
    { type: 'delegate', prompt: 'Paint them.' },
    { type: 'other', input: '{"place":"Delft"}' },
  ]);
  expect(of('result').map(({ outcome, humanText, handle }) => ({ outcome, humanText, handle }))).toEqual([
    { outcome: 'ok', humanText: 'January\nbefore the frost ends' },
    { outcome: 'refused' },
    { outcome: 'ok' },
    { outcome: 'ok' },
    { outcome: 'ok' },
    { outcome: 'ok', handle: 'a99' },
    { outcome: 'running', handle: 'a77' },
    { outcome: 'ok' },
  ]);
});

describe('sub-agents', () => {
  test('messages inside their parent form a thread of their own, each once', () => {
    const { events } = session('sub-agent-inline');
    const inner = events.filter((event) => event.thread === 'ag1');
    expect(inner.map((event) => event.kind)).toEqual(['prompt', 'call', 'edit', 'result']);
    expect(inner[0]).toMatchObject({ origin: 'agent', text: 'List them.' });
    expect(inner[2]).toMatchObject({ hunks: [{ oldStart: 0, lines: ['-one', '+two'] }] });
  });

  test('a file of their own is a session with a parent', () => {
    const { events, reading } = session('agent-ag2');
    expect(reading.summary.session).toMatchObject({
      nativeId: '11111111-2222-4333-8444-555555555555/ag2',
      parentNativeId: '11111111-2222-4333-8444-555555555555',
    });
    expect(events.map((event) => event.thread)).toEqual(['ag2', 'ag2']);
    expect(events[0]).toMatchObject({ kind: 'prompt', origin: 'agent' });
  });

  test('old versions give no id: the thread follows the tree', () => {
    const { events } = session('sub-agent-old');
    expect(events.map((event) => event.thread)).toEqual(['main', 'side-00000002', 'side-00000002', 'main']);
  });
});

describe('a conversation that is not one straight line', () => {
  test('a compaction is told once, and rows that come again are not', () => {
    const { events } = session('compaction');
    expect(events.map((event) => event.kind)).toEqual(['prompt', 'reply', 'compaction', 'prompt', 'reply', 'compaction', 'prompt']);
    expect(events[2]).toMatchObject({ trigger: 'manual', tokensBefore: 132627 });
    expect(events[3]).toMatchObject({ origin: 'summary' });
  });

  test('going back and sending again is a rollback; both branches are kept', () => {
    const { events } = session('branches');
    expect(events.map((event) => event.kind)).toEqual(['prompt', 'reply', 'prompt', 'reply', 'rollback', 'prompt', 'reply']);
    expect(events[4]).toMatchObject({ turns: 1 });
  });

  test('what a fork copied is marked', () => {
    const { events, reading } = session('fork');
    expect(events.map((event) => event.replayed ?? false)).toEqual([true, true, false, false]);
    expect(reading.summary.session).toMatchObject({
      nativeId: '11111111-2222-4333-8444-555555555555',
      forkedFromNativeId: '99999999-2222-4333-8444-555555555555',
      title: 'New words.',
    });
    expect(reading.summary.session.startedAt).toBe('2026-03-02T09:00:03.000Z');
  });

  test('records of another session than the one the file is named for are copies', () => {
    const { events, reading } = session('resumed-11111111-2222-4333-8444-555555555555');
    expect(events.map((event) => event.replayed ?? false)).toEqual([true, false]);
    expect(reading.summary.session.nativeId).toBe('11111111-2222-4333-8444-555555555555');
  });

  test('what was typed while the agent worked is told once, where it was typed', () => {
    const { of } = session('queue');
    expect(of('prompt').map(({ text, line, origin }) => [text, line, origin])).toEqual([
      ['Build them.', 1, 'human'],
      ['use oak, not pine', 2, 'human'],
      ['thanks', 9, 'human'],
    ]);
  });
});

test('edits of several places, of a notebook, and without structure', () => {
  const [multi, notebook, plain] = session('edits').of('edit');
  expect(multi).toMatchObject({ before: 'x\np\n', after: 'y\nq\n', hunks: [{ lines: ['-x', '-p', '+y', '+q'] }] });
  expect(notebook).toMatchObject({ hunks: [{ oldStart: 0, lines: ['-old = 1', '+new = 2'] }] });
  expect(plain).toMatchObject({ hunks: [{ oldStart: 0, newStart: 0, lines: ['-m', '+n'] }] });
});

test('the first versions are read, and named by their own summary', () => {
  const { of, reading } = session('era-0.2');
  expect(reading.summary.session).toMatchObject({
    title: 'Old greeting',
    agentVersions: ['0.2.57'],
    models: ['claude-3-7-sonnet'],
    cwd: '/home/ada/birdhouse',
  });
  expect(of('call')[0]?.action).toEqual({ type: 'read', path: '/home/ada/birdhouse/' });
});

test('trouble is counted and the rest is read', () => {
  const { of, reading } = session('trouble');
  expect(reading.summary.unknownRecords).toEqual({ 'weather-report': 1, 'system/xyz': 1, 'attachment/novelty': 1, 'assistant block hologram': 1 });
  expect(reading.summary.malformed.count).toBe(2);
  expect(reading.summary.malformed.first.map(({ line }) => line)).toEqual([8, 9]);
  expect(of('reply').map((reply) => reply.text)).toEqual(['One.', 'Second of two.', 'Still here.']);
  expect(of('note')).toMatchObject([{ topic: 'error', text: 'API Error: 529' }]);
});

test('a sub-agent whose records give no id is named after its file', () => {
  const line = JSON.stringify({
    type: 'user',
    uuid: 'u',
    sessionId: 's',
    isSidechain: true,
    timestamp: '2026-01-01T00:00:00Z',
    message: { content: 'Find nails.' },
  });
  const { events, reading } = readBytes('agent-nail42.jsonl', [Buffer.from(line)]);
  expect(events[0]).toMatchObject({ thread: 'nail42', origin: 'agent' });
  expect(reading.summary.session).toMatchObject({ nativeId: 's/nail42', parentNativeId: 's' });
});
