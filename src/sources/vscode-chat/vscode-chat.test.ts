import { assert, constantFrom, nat, property } from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { readTranscript } from '../read-transcript.ts';
import { FIXTURES, readBytes, readFixture } from '../testing/read-fixture.ts';
import { PART_SCHEMAS } from './records/response-parts.ts';

const session = (name: string) => readFixture(`vscode-chat/sessions/${name}`);

describe('every part of an answer', () => {
  const { reading, events } = readFixture('vscode-chat/records/parts.json');

  test('has a fixture, is known and fits', () => {
    expect([...PART_SCHEMAS.keys()].filter((kind) => !(`response ${kind}` in reading.summary.knownRecords))).toEqual([]);
    expect(reading.summary.unknownRecords).toEqual({});
    expect(reading.summary.malformed).toEqual({ count: 0, first: [] });
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });
});

describe('a chat as one document', () => {
  const { of, events, reading } = session('agent-mode.json');

  test('the session', () => {
    expect(reading).toMatchObject({ agent: 'vscode-chat', unit: 'message' });
    expect(reading.summary.malformed).toEqual({ count: 0, first: [] });
    expect(reading.summary.session).toMatchObject({
      nativeId: '11111111-aaaa-4bbb-8ccc-dddddddddddd',
      title: 'Perch count',
      agentVersions: ['0.37.6'],
      models: ['gpt-5.4'],
      cwd: '/home/ada/birdhouse',
      startedAt: '2026-05-28T20:26:40.000Z',
    });
  });

  test('prompts, of the person and of a button', () => {
    expect(of('prompt')).toMatchObject([
      { origin: 'human', text: 'Fix the count.\nThe last perch is missing.', images: 1, line: 1 },
      { origin: 'command', line: 2 },
    ]);
  });

  test('text and its references are one reply; the fences around an edit are none', () => {
    expect(of('reply').map((reply) => reply.text)).toEqual(['I look at `count.js` first.', 'Done.', 'I go on.']);
    expect(of('reasoning').map((event) => event.text)).toEqual(['Off by one?']);
  });

  test('the screen and the model tell of the same calls once, with the words of both', () => {
    expect(of('call').map(({ tool, action }) => [tool, action])).toEqual([
      ['read_file', { type: 'read', path: '/home/ada/birdhouse/count.js' }],
      ['manage_todo_list', { type: 'track', items: ['Count'] }],
      ['replace_string_in_file', { type: 'edit', paths: ['/home/ada/birdhouse/count.js'] }],
      ['run_in_terminal', { type: 'run', command: 'node count.js', description: 'Count', cwd: '/home/ada/birdhouse' }],
      ['run_in_terminal', { type: 'run', command: 'node --test count', cwd: '/home/ada/birdhouse' }],
      ['create_file', { type: 'edit', paths: ['/home/ada/birdhouse/perch.txt'] }],
      ['multi_replace_string_in_file', { type: 'edit', paths: ['/home/ada/birdhouse/a.js', '/home/ada/birdhouse/b.js'] }],
      ['apply_patch', { type: 'edit', paths: ['old.js'] }],
      ['replace_string_in_file', { type: 'edit', paths: ['/home/ada/birdhouse/c.js'] }],
      ['mcp_birds_lookup', { type: 'other', input: '{"bird":"wren"}' }],
    ]);
  });

  test('outcomes, codes and times', () => {
    expect(of('result').map(({ outcome, exitCode }) => [outcome, exitCode])).toEqual([
      ['ok', undefined],
      ['ok', undefined],
      ['ok', undefined],
      ['failed', 1],
      ['ok', 0],
      ['ok', undefined],
      ['ok', undefined],
      ['ok', undefined],
      ['failed', undefined],
      ['ok', undefined],
    ]);
    expect(of('result')[0]?.text).toBe('let n\ni = 1;');
    expect(of('result')[3]).toMatchObject({ durationMs: 1500, at: '2026-05-28T20:26:51.500Z' });
    expect(of('result').at(-1)?.text).toBe('small');
  });

  test('edits have the text that went, and the line where the editor put the new one', () => {
    expect(of('edit').map(({ path, change, hunks }) => [basename(path), change, hunks.flatMap((hunk) => [hunk.oldStart, ...hunk.lines])])).toEqual([
      ['count.js', 'update', [4, '-i = 1;', '-n = 1;', '+i = 0;', '+n = 1;']],
      ['perch.txt', 'create', [0, '+oak', '+ash']],
      ['a.js', 'update', [0, '-a', '+b', 0, '-e', '+f']],
      ['b.js', 'update', [0, '-c', '+d']],
      ['old.js', 'delete', []],
    ]);
    const kinds = events.filter((event) => 'callId' in event && event.callId.startsWith('call_6')).map((event) => event.kind);
    expect(kinds).toEqual(['call', 'edit', 'edit', 'result']);
  });
});

test('refused, skipped, cancelled and failed', () => {
  const { of } = session('refused.json');
  expect(of('result').map(({ callId, outcome, exitCode, handle }) => [callId, outcome, exitCode, handle])).toEqual([
    ['x1', 'refused', undefined, undefined],
    ['x2', 'refused', undefined, undefined],
    ['x3', 'refused', undefined, undefined],
    ['x5', 'running', undefined, '7f-1'],
    ['x6', 'failed', 2, undefined],
  ]);
  expect(of('interruption').map(({ line, during }) => [line, during])).toEqual([
    [2, 'tool'],
    [3, 'reply'],
  ]);
  expect(of('note')).toMatchObject([{ line: 4, topic: 'error', text: 'No quota left.' }]);
  expect(of('call')[2]?.action).toEqual({ type: 'run', command: 'rm old' });
});

test('an edit without a tool, a sub-agent, and what only the model’s rounds tell', () => {
  const { of, events } = session('edit-mode.json');
  expect(events.slice(0, 5).map((event) => event.kind)).toEqual(['prompt', 'reply', 'call', 'edit', 'result']);
  expect(of('edit')[0]).toMatchObject({
    path: '/home/ada/birdhouse/paint.js',
    hunks: [
      { newStart: 3, lines: ['+green'] },
      { newStart: 0, lines: ['+x'] },
    ],
  });
  expect(of('compaction')).toHaveLength(1);
  expect(of('prompt').map(({ origin, text }) => [origin, text])).toEqual([
    ['human', 'Paint it green.'],
    ['human', 'Ask someone to count.'],
    ['summary', 'We painted a box.'],
  ]);
  expect(of('reasoning').map((event) => event.text)).toEqual(['Someone else can.']);
  expect(of('call')[1]).toMatchObject({ thread: 'main', action: { type: 'delegate', prompt: 'Count the nests.', thread: 's1' } });
  expect(of('call')[2]).toMatchObject({ thread: 's1' });
});

describe('a chat as a log of changes', () => {
  test('is played to its end', () => {
    const { of, reading } = session('log-1.109.jsonl');
    expect(of('prompt').map((prompt) => prompt.text)).toEqual(['Make a nest.', 'And a second.']);
    expect(of('reply').map((reply) => reply.text)).toEqual(['I begin.', 'Made.', 'No wood.']);
    expect(of('edit')).toMatchObject([{ path: '/home/ada/birdhouse/nest.txt', change: 'create', after: 'twigs\n' }]);
    expect(reading.summary.session).toMatchObject({ nativeId: '44444444-aaaa-4bbb-8ccc-dddddddddddd', title: 'A nest' });
    expect(reading.summary.malformed.count).toBe(0);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('a damaged entry costs what it tells, and is counted', () => {
    const lines = readFileSync(join(FIXTURES, 'vscode-chat/sessions/log-1.109.jsonl'), 'utf8').trim().split('\n');
    const damaged = lines.with(5, lines[5]?.slice(0, -9) ?? '');
    const texts: string[] = [];
    const reading = readTranscript('log.jsonl', [Buffer.from(damaged.join('\n'))], (event) => void (event.kind === 'reply' && texts.push(event.text)));
    expect(texts).toEqual(['I begin.', 'No wood.']);
    expect(reading.state === 'read' && reading.sessions[0]?.malformed.count).toBe(1);
  });
});

test('the transcript beside a chat: Copilot CLI’s records, VS Code’s tools, no results', () => {
  const { of, reading } = session('transcript-1.119.jsonl');
  expect(reading).toMatchObject({ agent: 'vscode-chat', unit: 'line' });
  expect(reading.summary.session).toMatchObject({ nativeId: '55555555-aaaa-4bbb-8ccc-dddddddddddd', agentVersions: ['0.47.0'], title: 'Add a perch.' });
  expect(of('call').map((call) => call.action)).toEqual([
    { type: 'read', path: '/home/ada/birdhouse/main.ts' },
    { type: 'edit', paths: ['/home/ada/birdhouse/main.ts'] },
    { type: 'run', command: 'npm test', description: 'Test' },
  ]);
  expect(of('edit')).toMatchObject([{ change: 'update', hunks: [{ lines: ['-perches: 1', '+perches: 2'] }] }]);
  // A command that failed counts as a success of the tool: its code is not known.
  expect(of('result').map(({ outcome, exitCode }) => [outcome, exitCode])).toEqual([
    ['ok', undefined],
    ['ok', undefined],
    ['ok', undefined],
  ]);
});

describe.each(readdirSync(join(FIXTURES, 'vscode-chat/sessions')))('%s', (file) => {
  const bytes = readFileSync(join(FIXTURES, 'vscode-chat/sessions', file));

  test('whatever is damaged, reading ends well', () => {
    assert(
      property(
        nat({ max: bytes.length - 1 }),
        nat({ max: 60 }),
        constantFrom('', '"', '{', '}', '[', ']', 'null', '7', '\\', '\n', 'é'),
        (at, length, patch) => {
          const damaged = Buffer.concat([bytes.subarray(0, at), Buffer.from(patch), bytes.subarray(at + length)]);
          readTranscript(file, [damaged], (event) => void eventSchema.parse(event));
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('what the chat exports, which names no version, session or person', () => {
  const requests = [{ requestId: 'request_1', timestamp: 1_772_356_500_000, message: { text: 'Count the boxes.' }, response: [{ value: 'Four.' }] }];
  const { reading, of } = readBytes('chat.json', [Buffer.from(JSON.stringify({ responderUsername: 'GitHub Copilot', initialLocation: 'panel', requests }))]);
  expect(of('prompt')).toMatchObject([{ origin: 'human', text: 'Count the boxes.' }]);
  // Two exports of the same name are two sessions, and one that was moved is the same.
  expect(reading).toMatchObject({ agent: 'vscode-chat', summary: { session: { nativeId: 'request_1' } } });
});
