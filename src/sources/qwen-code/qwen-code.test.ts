import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { readFixture } from '../testing/read-fixture.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';

const session = (name: string) => readFixture(`qwen-code/sessions/${name}.jsonl`);

test('every kind of record has a fixture, is known and fits', () => {
  const { events, reading } = readFixture('qwen-code/records/records.jsonl');
  expect([...RECORD_SCHEMAS.keys()].filter((kind) => !(kind in reading.summary.knownRecords))).toEqual([]);
  expect(reading.summary).toMatchObject({ unknownRecords: {}, malformed: { count: 0 } });
  for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
});

describe('a session with trouble', () => {
  const { of, events, reading } = session('trouble');

  test('results stand on their own lines, edits on those of their calls, in the order call, edit, result', () => {
    expect(of('edit')).toMatchObject([{ callId: 'c1', line: 2, resultLine: 4, path: '/home/ada/birdhouse/door.js', before: 'red\n', after: 'blue\n' }]);
    expect(of('result').map(({ callId, outcome, exitCode, line, durationMs }) => [callId, outcome, exitCode, line, durationMs])).toEqual([
      ['c1', 'ok', undefined, 4, 12],
      ['c2', 'failed', 1, 5, undefined],
      ['c3', 'refused', undefined, 7, undefined],
      ['c4', 'ok', undefined, 8, undefined],
      ['c5', 'interrupted', undefined, 9, undefined],
    ]);
    expect(events.filter((event) => 'callId' in event && event.callId === 'c1').map(({ kind }) => kind)).toEqual(['call', 'edit', 'result']);
    expect(of('interruption')).toMatchObject([{ during: 'tool', line: 9 }]);
  });

  test('only what was typed is the person’s, and once', () => {
    expect(of('prompt').map(({ origin, text }) => [origin, text])).toEqual([
      ['human', 'Paint the door.'],
      ['human', 'Leave the roof.'],
      ['system', 'A timer ended.'],
      ['command', '/summary'],
      ['human', 'And the wall?'],
      ['human', 'Thanks.'],
    ]);
    expect(of('reasoning').map(({ text }) => text)).toEqual(['A door.']);
  });

  test('compaction, rewind, title, and what nobody knows', () => {
    expect(of('compaction')).toMatchObject([{ tokensBefore: 900 }]);
    expect(of('rollback')).toMatchObject([{ turns: 1 }]);
    expect(reading.summary).toMatchObject({
      session: { title: 'A blue door', branch: 'main', cwd: '/home/ada/birdhouse', agentVersions: ['0.15.10'], models: ['qwen3-coder'], outputTokens: 16 },
      unknownRecords: { 'system/sunrise': 1 },
    });
  });
});

test('a recording of 0.15', () => {
  const { of, reading } = session('recorded-0.15');
  expect(reading.summary).toMatchObject({ unknownRecords: {}, malformed: { count: 0 }, session: { title: 'Fix the count function.', outputTokens: 200 } });
  expect(of('edit').map(({ path, change }) => [path, change])).toEqual([
    ['/home/ada/birdhouse/count.js', 'update'],
    ['/home/ada/birdhouse/notes.txt', 'create'],
  ]);
  expect(of('result').map(({ outcome, exitCode }) => `${outcome} ${exitCode ?? ''}`.trim())).toEqual([
    'ok',
    'ok',
    'failed 1',
    'ok',
    'failed',
    'ok',
    'failed',
    'failed',
    'ok 0',
    'ok',
  ]);
  expect(of('result')[2]?.durationMs).toBeGreaterThan(0);
});
