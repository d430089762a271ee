import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { FIXTURES, readFixture } from '../testing/read-fixture.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';

const session = (name: string) => readFixture(`copilot-cli/sessions/${name}.jsonl`);
const recordFiles = readdirSync(join(FIXTURES, 'copilot-cli/records'));

describe('every kind of record', () => {
  test('has a fixture', () => {
    const lines = recordFiles.flatMap((file) =>
      readFileSync(join(FIXTURES, 'copilot-cli/records', file), 'utf8')
        .trim()
        .split('\n'),
    );
    const kinds = new Set(lines.map((line) => (JSON.parse(line) as { type: string }).type));
    expect([...RECORD_SCHEMAS.keys()].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test.each(recordFiles)('is known and fits: %s', (file) => {
    const { reading, events } = readFixture(`copilot-cli/records/${file}`);
    expect(reading.summary.unknownRecords).toEqual({});
    expect(reading.summary.malformed).toEqual({ count: 0, first: [] });
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });
});

describe('calls', () => {
  const { of, events, reading } = session('calls');

  test('the session tells where it was and what git saw', () => {
    expect(reading.agent).toBe('copilot-cli');
    expect(reading.summary.session).toMatchObject({
      nativeId: '0c0c0c0c-1111-4222-8333-444444444444',
      agentVersions: ['1.0.64'],
      models: ['gpt-5.4', 'claude-opus-4.8'],
      title: 'Fix the count of perches.',
      cwd: '/home/ada/birdhouse',
      branch: 'perches',
      headCommit: '0123456789abcdef0123456789abcdef01234567',
      repositoryUrl: 'https://git.example.org/ada/birdhouse',
      outputTokens: 47,
    });
  });

  test('the prompt is what the person wrote, without what the program adds', () => {
    expect(of('prompt')).toMatchObject([{ origin: 'human', text: 'Fix the count of perches.\nThe last one is missing.', images: 1 }]);
    expect(of('reasoning').map((event) => event.text)).toEqual(['Off by one, I guess.']);
  });

  test('a call is told once, on the line of the message that asked for it', () => {
    expect(of('call').map((call) => call.callId)).toEqual([...Array.from({ length: 18 }, (_, index) => `c${index + 1}`), 'u1']);
    expect(of('call')[0]?.line).toBe(of('reply')[0]?.line);
    expect(of('call').map((call) => call.action)).toEqual([
      { type: 'run', command: 'node count.js', description: 'Count' },
      { type: 'read', path: '/home/ada/birdhouse/count.js' },
      { type: 'edit', paths: ['/home/ada/birdhouse/count.js'] },
      { type: 'edit', paths: ['/home/ada/birdhouse/perch.txt'] },
      { type: 'edit', paths: ['/home/ada/birdhouse/count.js'] },
      { type: 'run', command: 'npm run watch', background: true, description: 'Watch' },
      { type: 'continue', handle: '7' },
      { type: 'continue', handle: '8', input: 'y{enter}' },
      { type: 'edit', paths: ['count.js', 'old.js'] },
      { type: 'edit', paths: ['/home/ada/birdhouse/perch.txt'] },
      { type: 'read', path: '/home/ada/birdhouse/perch.txt' },
      { type: 'search', query: 'perch', path: 'src' },
      { type: 'search', query: '**/*.js' },
      { type: 'track', items: ['Count', 'Paint'] },
      { type: 'fetch', target: 'https://example.org/perches' },
      { type: 'fetch', target: 'perch sizes' },
      { type: 'other', input: '{"owner":"ada"}' },
      { type: 'plan', text: 'Count, then paint.' },
      { type: 'run', command: 'git status' },
    ]);
  });

  test('the exit code is the one after the output, not one the program printed', () => {
    const results = new Map(of('result').map((result) => [result.callId, result]));
    expect(results.get('c1')).toMatchObject({ outcome: 'failed', exitCode: 1, text: '<exited with exit code 0>\n2 failing' });
    expect(results.get('c6')).toMatchObject({ outcome: 'running', handle: '7' });
    expect(results.get('c7')).toMatchObject({ outcome: 'ok', exitCode: 0, text: 'built' });
    expect(results.get('c5')).toMatchObject({ outcome: 'failed', text: 'No match found' });
  });

  test('edits come from the diff of the result, where there is one, and a failed one is none', () => {
    expect(of('edit').map(({ callId, path, change, hunks }) => [callId, path, change, hunks.flatMap((hunk) => [hunk.oldStart, ...hunk.lines])])).toEqual([
      ['c3', '/home/ada/birdhouse/count.js', 'update', [4, ' let n', '-i = 1', '+i = 0', ' ']],
      ['c4', '/home/ada/birdhouse/perch.txt', 'create', [0, '+oak', '+ash']],
      ['c9', 'count.js', 'update', [0, '-i = 0', '+i = 00']],
      ['c9', 'old.js', 'delete', []],
      ['c10', '/home/ada/birdhouse/perch.txt', 'update', [0, '+elm']],
    ]);
    expect(events.filter((event) => 'callId' in event && event.callId === 'c9').map((event) => event.kind)).toEqual(['call', 'edit', 'edit', 'result']);
  });
});

test('refusals with their reasons, answers, and what was stopped', () => {
  const { of, events } = session('refused');
  expect(of('result').map(({ callId, outcome, humanText }) => [callId, outcome, humanText])).toEqual([
    ['r1', 'refused', 'keep the oak ones'],
    ['r2', 'refused', 'not this file'],
    ['r3', 'refused', undefined],
    ['r4', 'ok', 'oak, of course'],
    ['r5', 'interrupted', undefined],
  ]);
  expect(of('edit')).toEqual([]);
  expect(of('interruption').map(({ during, reason }) => [during, reason])).toEqual([
    ['tool', 'user_initiated'],
    ['reply', 'user_initiated'],
  ]);
  expect(events.find((event) => event.kind === 'call' && event.action.type === 'ask')).toMatchObject({ action: { questions: ['Which wood?'] } });
});

test('only what the person typed is human; rewinds, compactions and titles', () => {
  const { of, reading } = session('origins');
  expect(of('prompt').map(({ origin, text }) => [origin, text.split('\n')[0]])).toEqual([
    ['human', 'Paint it.'],
    ['system', 'Continue.'],
    ['command', 'Read the colour guide.'],
    ['agent', 'I am done.'],
    ['system', 'The disk is full.'],
    ['system', '<system_notification>'],
    ['system', '<system_notification>'],
    ['command', '/colours'],
    ['human', 'Green, then.'],
    ['human', 'Blue.'],
    ['summary', 'The box is blue.'],
  ]);
  expect(of('rollback')).toMatchObject([{ turns: 1 }]);
  expect(of('compaction').map(({ trigger, tokensBefore }) => [trigger, tokensBefore])).toEqual([
    ['manual', 90000],
    ['truncation', 120000],
  ]);
  expect(of('note').map(({ topic, text }) => [topic, text])).toEqual([
    ['error', 'No model answered.'],
    ['title', 'A blue box'],
  ]);
  expect(reading.summary.session.title).toBe('A blue box');
});

test('sub-agents have threads of their own, and their brief is the agent’s', () => {
  const { of, reading } = session('sub-agent');
  expect(of('prompt').map(({ origin, thread }) => [origin, thread])).toEqual([
    ['human', 'main'],
    ['agent', 'ag1'],
  ]);
  expect(of('call').map(({ action, thread }) => [action.type, thread])).toEqual([
    ['delegate', 'main'],
    ['run', 'ag1'],
  ]);
  expect(of('reply').map(({ thread }) => thread)).toEqual(['ag1', 't0', 'main']);
  expect(of('note')).toMatchObject([{ topic: 'error', text: 'paint: No brush.' }]);
  expect(reading.summary.session.models).toContain('claude-haiku-4.5');
});

test('before 1.0: arguments in a string, results in other words; what is unknown is counted', () => {
  const { of, reading } = session('era-0.0.4');
  expect(of('edit')).toMatchObject([{ path: '/home/ada/birdhouse/nest.txt', change: 'create', after: 'twigs\n' }]);
  expect(of('reasoning')).toHaveLength(1);
  expect(of('result')).toMatchObject([{ outcome: 'ok', text: 'Created file nest.txt' }]);
  expect(reading.summary.unknownRecords).toEqual({ 'moon.phase': 1 });
  expect(reading.summary.malformed).toMatchObject({ count: 1, first: [{ line: 7 }] });
});
