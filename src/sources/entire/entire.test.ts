import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { readBytes, readFixture } from '../testing/read-fixture.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';

describe('every kind of record', () => {
  const { reading, events, of } = readFixture('entire/records/lines.jsonl');

  test('has a fixture', () => {
    expect([...RECORD_SCHEMAS.keys()].filter((kind) => !(kind in reading.summary.knownRecords))).toEqual([]);
    expect(reading.summary.unknownRecords).toEqual({});
    expect(reading.summary.malformed.count).toBe(0);
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });

  test('says what it has to say', () => {
    expect(events.map(({ kind }) => kind)).toEqual(['prompt', 'reasoning', 'reply', 'call', 'result']);
    expect(of('prompt')).toMatchObject([{ id: 'u1', origin: 'human', images: 1 }]);
  });
});

describe('a transcript of Entire', () => {
  const { of, reading } = readFixture('entire/sessions/compact.jsonl');

  test('a call holds its result, and its edit where it went well', () => {
    expect(of('result').map(({ callId, outcome, exitCode }) => [callId, outcome, exitCode])).toEqual([
      ['t1', 'ok', undefined],
      ['t2', 'failed', 1],
      ['t3', 'ok', 0],
      ['t4', 'ok', undefined],
      ['t5', 'ok', 0],
      ['t6', 'ok', undefined],
    ]);
    expect(of('edit').map(({ path, change, hunks }) => [path, change, hunks.flatMap(({ lines }) => lines)])).toEqual([
      ['/home/ada/birdhouse/box.py', 'update', ['-return 1', '+return len(boxes)']],
      ['lid.py', 'create', ['+LIDS = 3']],
      ['roof.py', 'update', ['-a', '+b']],
    ]);
  });

  test('tools of other agents do what they do', () => {
    expect(of('call').map(({ action }) => action)).toEqual([
      { type: 'edit', paths: ['/home/ada/birdhouse/box.py'] },
      { type: 'run', command: 'pytest -q' },
      { type: 'read', path: 'lid.py' },
      { type: 'run', command: 'make' },
      { type: 'edit', paths: ['lid.py'] },
      { type: 'edit', paths: ['roof.py'] },
      { type: 'search', query: 'lid', path: 'src' },
    ]);
  });

  test('tokens of one message are counted once', () => {
    expect(reading.summary.session).toMatchObject({ nativeId: 'compact', title: 'Count the boxes.', outputTokens: 30 });
    expect(of('interruption')).toHaveLength(1);
  });

  test('lines and blocks nobody knows are counted', () => {
    const odd = readBytes('x.jsonl', [
      Buffer.from(
        '{"v":1,"agent":"a","cli_version":"1","type":"user","content":"hi"}\n{"v":1,"type":"tick","content":[]}\n{"v":1,"type":"assistant","content":[{"type":"hologram"},7]}\n{"v":2,"type":"user","content":"hi"}\n',
      ),
    ]);
    expect(odd.reading.summary.unknownRecords).toEqual({ tick: 1, 'block/hologram': 1 });
    expect(odd.reading.summary.malformed.count).toBe(2);
  });
});
