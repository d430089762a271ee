import { array, assert, constantFrom, integer, nat, property } from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { toSessionId } from '../../model/session.ts';
import { readTranscript } from '../read-transcript.ts';
import { FIXTURES, readBytes, readFixture } from '../testing/read-fixture.ts';
import { parseToolMarkup } from './parse-tool-markup.ts';
import { KNOWN_MESSAGES } from './records/screen-message.ts';

const session = (name: string) => readFixture(`cline/sessions/${name}.json`);

describe('calls as markup in the text', () => {
  const { of, events, reading } = session('markup-2025-06');

  test('the session, from what the program says of the surroundings', () => {
    expect(reading).toMatchObject({ agent: 'cline', unit: 'message' });
    expect(reading.summary.malformed).toEqual({ count: 0, first: [] });
    expect(reading.summary.session).toMatchObject({
      title: 'Fix the count.',
      cwd: '/home/ada/birdhouse',
      startedAt: '2025-06-02T09:47:49.000Z',
      endedAt: '2025-06-02T09:53:00.000Z',
    });
  });

  test('the person’s words are told from the program’s', () => {
    expect(of('prompt').map(({ origin, text }) => [origin, text.split('\n')[0]])).toEqual([
      ['human', 'Fix the count.'],
      ['system', '[ERROR] You did not use a tool in your previous response! Please retry with a tool use.'],
      ['human', 'The perch is still missing.'],
      ['system', '[TASK RESUMPTION] This task was interrupted 2 minutes ago.'],
      ['human', 'Go on, please.'],
    ]);
  });

  test('what the agent says is a reply, by whatever tool it says it', () => {
    expect(of('reasoning').map((event) => event.text)).toEqual(['Off by one?']);
    expect(of('reply').map((reply) => reply.text)).toEqual([
      'I look first.',
      'Now I use the tag <read_file> no more.',
      'The count is right now.',
      'I look ag',
      'I count, then paint.',
    ]);
    expect(of('interruption')).toMatchObject([{ during: 'reply' }]);
  });

  test('calls and their ends', () => {
    expect(of('call').map((call) => call.action)).toEqual([
      { type: 'read', path: 'count.js' },
      { type: 'edit', paths: ['count.js'] },
      { type: 'edit', paths: ['doc.md'] },
      { type: 'run', command: 'node count.js | grep "] Result: 3"' },
      { type: 'run', command: 'npm start' },
      { type: 'edit', paths: ['boxes.txt'] },
      { type: 'edit', paths: ['count.js'] },
      { type: 'ask', questions: ['Which wood?'] },
      { type: 'other', input: '{"server_name":"birds","tool_name":"lookup","arguments":"{\\"bird\\":\\"wren\\"}"}' },
    ]);
    expect(of('result').map(({ outcome, humanText }) => [outcome, humanText])).toEqual([
      ['ok', undefined],
      ['ok', undefined],
      ['ok', undefined],
      ['ok', undefined],
      ['running', undefined],
      ['refused', 'keep the boxes'],
      ['failed', undefined],
      ['ok', 'oak, of course'],
      ['ok', undefined],
    ]);
    // A code that the program printed is not the agent's word for how it ended.
    expect(of('result')[3]).toMatchObject({ text: 'Exit code: 7\n2 failing' });
    expect(of('result')[3]?.exitCode).toBeUndefined();
  });

  test('edits', () => {
    expect(of('edit').map(({ path, change, humanModified, hunks }) => [path, change, humanModified, hunks.flatMap((hunk) => hunk.lines)])).toEqual([
      ['count.js', 'update', undefined, ['-i = 1', '+i = 0', '-old']],
      ['doc.md', 'create', true, ['+Use <content>x</content> and </write_to_file> so.', '+Second line.']],
    ]);
    expect(of('edit')[0]?.after).toBe('let n\ni = 0\n');
    expect(events.filter((event) => 'callId' in event && event.callId === of('edit')[0]?.callId).map((event) => event.kind)).toEqual([
      'call',
      'edit',
      'result',
    ]);
    expect(of('edit')[0]?.line).toBe(4);
  });
});

test('native calls', () => {
  const { of, reading } = session('native-2026');
  expect(reading.summary.session).toMatchObject({ models: ['claude-sonnet-4.6'], outputTokens: 75, startedAt: '2026-05-28T20:26:40.000Z' });
  expect(reading.summary.unknownRecords).toEqual({ 'block hologram': 1 });
  expect(reading.summary.malformed).toMatchObject({ count: 1, first: [{ line: 12 }] });
  expect(of('prompt').map(({ origin, text, images }) => [origin, text, images])).toEqual([
    ['human', 'Add a perch.', 1],
    ['summary', 'A summary: we added a perch.', undefined],
    ['human', 'Thanks, now paint it.', undefined],
  ]);
  expect(of('reasoning').map((event) => event.text)).toEqual(['One line.', 'Or two.']);
  expect(of('result').find((result) => result.callId === 'n2')).toMatchObject({ outcome: 'failed', exitCode: 1 });
  expect(of('result').find((result) => result.callId === 'n12')?.outcome).toBe('failed');
  expect(of('result').find((result) => result.callId === 'n14')?.outcome).toBe('refused');
  expect(
    of('edit').map(({ callId, path, change, hunks }) => [callId, path, change, hunks.map((hunk) => [hunk.oldStart, hunk.newStart, ...hunk.lines])]),
  ).toEqual([
    ['n1', 'main.ts', 'update', [[12, 12, '-perches: 1', '+perches: 2']]],
    ['n3', 'a.txt', 'update', [[0, 3, '+elm']]],
    ['n4', 'b.txt', 'update', [[0, 0, '-oak', '+ash']]],
    ['n5', 'c.txt', 'delete', []],
    ['n6', 'd.txt', 'delete', []],
    ['n10', 'f.txt', 'update', [[0, 0, '-a', '+b']]],
  ]);
  expect(of('reply').map((reply) => reply.text)).toEqual(['I add it.', 'A perch is added.']);
  expect(of('compaction')).toHaveLength(1);
});

describe('what the screen showed', () => {
  test('every kind is known', () => {
    const { reading, events } = readFixture('cline/records/screen.json');
    expect([...KNOWN_MESSAGES].filter((kind) => !(kind in reading.summary.knownRecords))).toEqual([]);
    expect(reading.summary.unknownRecords).toEqual({});
    expect(reading.summary.malformed.count).toBe(0);
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });

  test('a task', () => {
    const { of, reading } = session('screen');
    expect(reading.summary.unknownRecords).toEqual({ 'say/moon': 1 });
    expect(reading.summary.session).toMatchObject({ title: 'Fix the count.', models: ['gpt-5.4'], outputTokens: 42 });
    expect(of('prompt').map(({ text, images }) => [text.split('\n')[0], images])).toEqual([
      ['Fix the count.', 1],
      ['Thanks, paint it.', undefined],
    ]);
    expect(of('call').map(({ tool, action }) => [tool, action.type])).toEqual([
      ['readFile', 'read'],
      ['editedExistingFile', 'edit'],
      ['newFileCreated', 'edit'],
      ['execute_command', 'run'],
      ['appliedDiff', 'edit'],
      ['editedExistingFile', 'edit'],
      ['ask_followup_question', 'ask'],
      ['lookup', 'other'],
      ['execute_command', 'run'],
    ]);
    expect(of('result').map(({ outcome, text, humanText }) => [outcome, text, humanText])).toEqual([
      ['ok', '', undefined],
      ['ok', '', undefined],
      ['ok', '', undefined],
      ['ok', '2 failing', undefined],
      ['refused', '', 'not that file'],
      ['failed', 'It does not match.', undefined],
      ['ok', 'oak', 'oak'],
      ['ok', 'small', undefined],
    ]);
    expect(of('edit').map(({ path, change, hunks }) => [path, change, hunks.flatMap((hunk) => hunk.lines)])).toEqual([
      ['count.js', 'update', ['-i = 1', '+i = 0']],
      ['perch.txt', 'create', ['+oak', '+ash']],
    ]);
    expect(of('reply').map((reply) => reply.text)).toEqual(['I look first.', 'The count is right now.', 'Green.']);
    expect(of('interruption')).toMatchObject([{ during: 'reply' }]);
  });
});

test('both files of a task’s folder are one session', () => {
  const folder = '/tasks/1780000000000';
  const idOf = (fixture: string, name: string) => {
    const reading = readTranscript(`${folder}/${name}`, [readFileSync(join(FIXTURES, 'cline/sessions', fixture))], () => {});
    return reading.state === 'read' ? reading.sessions[0]?.session.id : undefined;
  };
  expect(idOf('native-2026.json', 'api_conversation_history.json')).toBe(toSessionId('cline', '1780000000000'));
  expect(idOf('screen.json', 'ui_messages.json')).toBe(toSessionId('cline', '1780000000000'));
});

test('openings that never end are no calls, and cost no time', () => {
  expect(parseToolMarkup('<read_file>'.repeat(20_000))).toHaveLength(1);
  expect(parseToolMarkup(`${'<read_file>'.repeat(20_000)}</read_file>`)).toHaveLength(1);
  expect(parseToolMarkup(`<read_file>${'<a>'.repeat(20_000)}</read_file>`)).toHaveLength(1);
});

describe.each(readdirSync(join(FIXTURES, 'cline/sessions')))('%s', (file) => {
  const bytes = readFileSync(join(FIXTURES, 'cline/sessions', file));

  test('reads the same however the bytes come', () => {
    const whole = readBytes(file, [bytes]);
    assert(
      property(array(integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 9 }), (sizes) => {
        const chunks: Buffer[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(readBytes(file, chunks).events).toEqual(whole.events);
      }),
      { numRuns: 10 },
    );
  });

  test('whatever is damaged, reading ends well', () => {
    assert(
      property(
        nat({ max: bytes.length - 1 }),
        nat({ max: 60 }),
        constantFrom('', '"', '{', '}', '[', ']', 'null', '7', '\\', '<', '\n', 'é'),
        (at, length, patch) => {
          const damaged = Buffer.concat([bytes.subarray(0, at), Buffer.from(patch), bytes.subarray(at + length)]);
          readTranscript(file, [damaged], (event) => void eventSchema.parse(event));
        },
      ),
      { numRuns: 150 },
    );
  });
});
