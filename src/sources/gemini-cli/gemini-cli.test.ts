import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { readBytes, readFixture } from '../testing/read-fixture.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';

const session = (name: string) => readFixture(`gemini-cli/sessions/${name}`);

describe('every kind of record', () => {
  const { events, reading } = readFixture('gemini-cli/records/records.jsonl');

  test('has a fixture, is known and fits', () => {
    expect([...RECORD_SCHEMAS.keys()].filter((kind) => !(kind in reading.summary.knownRecords))).toEqual([]);
    expect(reading.summary).toMatchObject({ unknownRecords: {}, malformed: { count: 0 } });
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });
});

describe('messages that are written again as they grow', () => {
  const { events, of, reading } = session('growing.jsonl');

  test('each is told once, with its last words, on the line that had them first', () => {
    expect(of('reply').map(({ text, line }) => [text, line])).toEqual([
      ['I look first.', 6],
      ['Then the wall.', 13],
      ['The wall is bare.', 18],
      ['Got it.', 21],
      ['Done.', 24],
    ]);
    expect(of('reasoning').map(({ text }) => text)).toEqual(['Looking\nThe door first.']);
  });

  test('only what was typed is the person’s, without what hooks added', () => {
    expect(of('prompt').map(({ origin, text, images }) => [origin, text.slice(0, 20), images])).toEqual([
      ['system', '<session_context>\nTh', undefined],
      ['human', 'Paint the door.', 1],
      ['human', 'No, leave the roof.', undefined],
      ['command', 'I ran the following ', undefined],
      ['command', '/stats', undefined],
      ['human', 'And the wall?', undefined],
      ['human', 'Never mind the wall.', undefined],
      ['summary', '<state_snapshot>\nThe', undefined],
    ]);
  });

  test('a code is taken from the lines after the output, never from it', () => {
    expect(of('result').map(({ callId, outcome, exitCode, handle }) => [callId, outcome, exitCode, handle])).toEqual([
      ['c1', 'ok', undefined, undefined],
      ['c2', 'ok', undefined, undefined],
      ['c3', 'failed', 2, undefined],
      ['c4', 'running', undefined, '77'],
      ['c5', 'refused', undefined, undefined],
      ['c6', 'interrupted', undefined, undefined],
      ['c7', 'ok', undefined, undefined],
      ['c8', 'ok', undefined, undefined],
    ]);
    expect(of('result')[2]?.text).toBe('one\nExit Code: 0\nfailed');
  });

  test('an edit is what was shown of it, between call and result', () => {
    expect(of('edit')).toMatchObject([
      {
        callId: 'c2',
        path: '/home/ada/birdhouse/door.js',
        change: 'update',
        humanModified: true,
        before: 'red\n',
        after: 'blue\n',
        hunks: [{ lines: ['-red', '+blue'] }],
      },
    ]);
    expect(events.filter((event) => 'callId' in event && event.callId === 'c2').map(({ kind }) => kind)).toEqual(['call', 'edit', 'result']);
  });

  test('cancelling is told once, a rewind counts the person’s turns, a snapshot is a compaction', () => {
    expect(of('interruption')).toMatchObject([{ during: 'tool' }]);
    expect(of('rollback')).toMatchObject([{ turns: 1, line: 19 }]);
    expect(of('compaction')).toHaveLength(1);
    expect(of('note')).toMatchObject([{ topic: 'error', text: 'No quota left.' }]);
  });

  test('the session, and what nobody knows', () => {
    expect(reading.summary).toMatchObject({
      session: {
        nativeId: '22222222-3333-4444-8555-666666666666',
        title: 'A blue door',
        cwd: '/home/ada/birdhouse',
        models: ['gemini-3-pro'],
        outputTokens: 14,
      },
      unknownRecords: { moon_phase: 1 },
      malformed: { count: 0 },
    });
    expect(of('call').find(({ callId }) => callId === 'c7')?.action).toEqual({ type: 'delegate', prompt: 'Paint the wall.', thread: 'a-1' });
  });
});

test('one document of 0.23: messages are counted, edits come from the arguments', () => {
  const { of, reading } = session('document-0.23.json');
  expect(reading).toMatchObject({ unit: 'message', summary: { malformed: { count: 0 }, unknownRecords: {} } });
  expect(of('edit').map(({ path, change, line }) => [path, change, line])).toEqual([
    ['sign.txt', 'update', 2],
    ['new.txt', 'create', 2],
  ]);
  expect(of('result').map(({ outcome, exitCode, text }) => [outcome, exitCode, text])).toEqual([
    ['ok', undefined, 'Successfully overwrote file: /home/ada/birdhouse/sign.txt.'],
    ['ok', undefined, 'Successfully created and wrote to new file: /home/ada/birdhouse/new.txt.'],
    ['failed', undefined, 'Failed to edit'],
    ['ok', 0, ''],
  ]);
  expect(of('prompt').map(({ origin, line }) => [origin, line])).toEqual([
    ['human', 1],
    ['system', 4],
  ]);
  expect(of('reply').map(({ text }) => text)).toEqual(['The sign is written: "]}, [{".']);
});

test('a sub-agent speaks in its own thread; a command without a code succeeded', () => {
  const { of } = session('sub-agent.jsonl');
  expect(of('prompt')).toMatchObject([{ origin: 'agent', thread: '33333333-3333-4444-8555-666666666666' }]);
  expect(of('result')).toMatchObject([{ outcome: 'ok', exitCode: 0, exitInferred: true, text: 'wet' }]);
});

test('a recording of 0.61', () => {
  const { of, reading } = session('recorded-0.61.jsonl');
  expect(reading.summary).toMatchObject({
    unknownRecords: {},
    malformed: { count: 0 },
    session: { title: 'Fix the count function.', cwd: '/home/ada/birdhouse', outputTokens: 200 },
  });
  expect(of('prompt').map(({ origin }) => origin)).toEqual(['system', 'human']);
  expect(of('edit').map(({ path, change }) => [path, change])).toEqual([
    ['/home/ada/birdhouse/count.js', 'update'],
    ['/home/ada/birdhouse/README.md', 'update'],
    ['/home/ada/birdhouse/notes.txt', 'create'],
  ]);
  expect(of('result').map(({ outcome, exitCode }) => `${outcome} ${exitCode ?? ''}`.trim())).toEqual([
    'ok',
    'ok',
    'failed 1',
    'ok',
    'ok',
    'ok',
    'failed',
    'failed',
    'ok 0',
    'failed',
  ]);
});

const message = (id: string, type: string, content: string): object => ({ id, timestamp: '2026-03-01T09:15:00Z', type, content });

describe('a document of several parts, as Entire cuts it', () => {
  const parts = [
    [message('m1', 'user', 'Paint the door.'), message('m2', 'gemini', 'It says\n{"messages":[]} here.')],
    [message('m3', 'user', 'And the wall?'), message('m4', 'gemini', 'Done.')],
  ];
  const { of, reading } = readBytes('full.jsonl', [Buffer.from(parts.map((messages) => JSON.stringify({ messages })).join('\n'))]);

  test('is one session with all of its messages', () => {
    expect(reading).toMatchObject({ agent: 'gemini-cli', unit: 'message', summary: { malformed: { count: 0 }, unknownRecords: {} } });
    expect(of('prompt').map(({ text, line }) => [text, line])).toEqual([
      ['Paint the door.', 1],
      ['And the wall?', 3],
    ]);
    expect(of('reply').map(({ line }) => line)).toEqual([2, 4]);
  });
});

test('a call without an id loses neither itself nor its message', () => {
  const call = { name: 'read_file', args: { file_path: 'door.txt' }, status: 'success', result: [{ functionResponse: { response: { output: 'red' } } }] };
  const messages = [{ id: 'm1', timestamp: '2026-03-01T09:15:00Z', type: 'gemini', content: 'I look.', toolCalls: [call, call] }];
  const { of } = readBytes('s.json', [Buffer.from(JSON.stringify({ sessionId: 's', projectHash: 'p', startTime: '2026-03-01T09:15:00Z', messages }))]);
  expect(of('reply')).toHaveLength(1);
  expect(of('call').map(({ callId }) => callId)).toEqual(['m1#call0', 'm1#call1']);
  expect(of('result').map(({ callId, text }) => [callId, text])).toEqual([
    ['m1#call0', 'red'],
    ['m1#call1', 'red'],
  ]);
});
