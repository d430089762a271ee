import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../model/event.ts';
import { FIXTURES, readFixture } from '../testing/read-fixture.ts';
import { RECORD_SCHEMAS } from './records/record-schemas.ts';
import { toRolloutRecord } from './to-rollout-record.ts';

const session = (name: string) => readFixture(`codex/sessions/${name}.jsonl`);
const recordFiles = readdirSync(join(FIXTURES, 'codex/records'));

describe('every kind of record', () => {
  test('has a fixture', () => {
    const lines = recordFiles.flatMap((file) =>
      readFileSync(join(FIXTURES, 'codex/records', file), 'utf8')
        .trim()
        .split('\n'),
    );
    const kinds = new Set(lines.map((line) => toRolloutRecord(JSON.parse(line)).kind));
    expect([...RECORD_SCHEMAS.keys()].filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  test.each(recordFiles)('is known and fits: %s', (file) => {
    const { reading, events } = readFixture(`codex/records/${file}`);
    expect(reading.summary.unknownRecords).toEqual({});
    expect(reading.summary.malformed).toEqual({ count: 0, first: [] });
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });

  test('events without an item speak for themselves', () => {
    const { events, reading } = readFixture('codex/records/events.jsonl');
    expect(events.map((event) => event.kind)).toEqual([
      'prompt',
      'reasoning',
      'reply',
      'interruption',
      'rollback',
      'compaction',
      'call',
      'note',
      'note',
      'note',
      'note',
      'note',
      'note',
    ]);
    expect(reading.summary.session).toMatchObject({ title: 'Boxes', outputTokens: 30 });
  });
});

describe('a session in the terminal', () => {
  const { of, events, reading } = session('tui-0.140');

  test('tells what it knows of itself', () => {
    expect(reading.summary.session).toMatchObject({
      nativeId: '01900000-1111-7222-8333-444444444444',
      agentVersions: ['0.140.0'],
      models: ['gpt-5.5'],
      title: 'Fix the count.',
      cwd: '/home/ada/birdhouse',
      branch: 'main',
      repositoryUrl: 'https://example.org/birdhouse.git',
      headCommit: '0123456789abcdef0123456789abcdef01234567',
      outputTokens: 250,
    });
    expect(reading.summary.session.parentNativeId).toBeUndefined();
  });

  test('each message once, on the line of its item; the same words twice are two messages', () => {
    expect(of('reply').map(({ text, line }) => [text, line])).toEqual([
      ['I look first.', 10],
      ['Done.', 31],
    ]);
    expect(
      of('prompt')
        .filter((prompt) => prompt.origin === 'human')
        .map((prompt) => prompt.text),
    ).toEqual(['Fix the count.', 'thanks', 'thanks']);
    expect(of('prompt').filter((prompt) => prompt.origin === 'system')).toHaveLength(2);
  });

  test('outcomes and codes come from the frame, not from what a program prints', () => {
    expect(of('result').map(({ callId, outcome, exitCode }) => [callId, outcome, exitCode])).toEqual([
      ['c1', 'failed', 1],
      ['c2', 'ok', 0],
      ['c3', 'failed', undefined],
      ['c4', 'running', undefined],
      ['c5', 'failed', 130],
      ['c6', 'ok', undefined],
      ['c7', 'ok', undefined],
      ['c8', 'failed', undefined],
    ]);
    expect(of('result')[0]).toMatchObject({ text: '1 failing\nExit code: 0\n', durationMs: 500 });
  });

  test('a command that goes on has a handle, and is continued by it', () => {
    expect(of('result').find((result) => result.callId === 'c4')?.handle).toBe('4242');
    expect(of('call').find((call) => call.callId === 'c5')?.action).toEqual({ type: 'continue', handle: '4242' });
  });

  test('a patch makes an edit for every file it changed, on the line of its call', () => {
    const call = of('call').find((candidate) => candidate.callId === 'c2');
    expect(of('edit').map(({ path, change, line, movedTo }) => ({ path, change, line, movedTo }))).toEqual([
      { path: '/home/ada/birdhouse/count.js', change: 'update', line: call?.line },
      { path: '/home/ada/birdhouse/old.js', change: 'delete', line: call?.line },
      { path: '/home/ada/birdhouse/new.js', change: 'create', line: call?.line },
      { path: '/home/ada/birdhouse/x.js', change: 'move', line: call?.line, movedTo: '/home/ada/birdhouse/y.js' },
    ]);
    expect(of('edit')[0]?.hunks).toEqual([{ oldStart: 4, oldLines: 2, newStart: 4, newLines: 2, lines: [' let n = 0', '-i = 1', '+i = 0'] }]);
    expect(events.filter((event) => 'callId' in event && event.callId === 'c2').map((event) => event.kind)).toEqual([
      'call',
      'edit',
      'edit',
      'edit',
      'edit',
      'result',
    ]);
  });

  test('other tools', () => {
    const actions = of('call')
      .slice(5)
      .map((call) => call.action);
    expect(actions).toEqual([
      { type: 'track', items: ['Count', 'Paint'] },
      { type: 'read', path: '/home/ada/birdhouse/box.png' },
      { type: 'other', input: '{"place": "Delft"}' },
    ]);
    expect(of('result').find((result) => result.callId === 'c8')?.durationMs).toBe(2500);
  });
});

test('interruptions, refusals, compactions and rollbacks, each once', () => {
  const { of } = session('interrupted');
  expect(of('interruption')).toMatchObject([{ during: 'tool', reason: 'interrupted' }]);
  expect(of('result').map(({ outcome, humanText }) => [outcome, humanText])).toEqual([
    ['interrupted', undefined],
    ['refused', 'keep the boxes'],
    ['refused', undefined],
  ]);
  expect(of('edit')).toEqual([]);
  expect(of('compaction')).toHaveLength(2);
  expect(of('prompt').find((prompt) => prompt.origin === 'summary')?.text).toBe('The boxes are painted.');
  expect(of('rollback')).toMatchObject([{ turns: 1 }]);
});

test('rollouts before the envelope', () => {
  const { of, reading } = session('era-2025-06');
  expect(reading.summary.malformed.count).toBe(0);
  expect(of('call').map((call) => call.action)).toEqual([
    { type: 'run', command: 'wc -l nests.csv', cwd: '/home/ada' },
    { type: 'edit', paths: ['nests.csv'] },
    { type: 'run', command: "cat 'it is.txt'" },
  ]);
  expect(of('result').map(({ outcome, exitCode, text }) => [outcome, exitCode, text])).toEqual([
    ['ok', 0, '7 nests.csv\n'],
    ['ok', 0, 'Success.'],
    ['failed', 1, 'no\n'],
  ]);
  expect(of('edit')).toMatchObject([{ path: 'nests.csv', change: 'update', hunks: [{ oldStart: 0, lines: ['-7', '+8'] }] }]);
  expect(of('reasoning').map((event) => event.text)).toEqual(['Use wc.']);
});

test('a patch applied in a shell is an edit, unless it failed', () => {
  const { of } = session('heredoc');
  expect(of('edit')).toMatchObject([
    { callId: 'h1', path: '/home/ada/birdhouse/h.txt', change: 'create', after: 'one\ntwo\n' },
    { callId: 'h1', path: '/home/ada/birdhouse/i.txt', change: 'move', movedTo: '/home/ada/birdhouse/j.txt', hunks: [{ lines: [' a', '-b', '+c'] }] },
  ]);
});

describe('histories of other sessions', () => {
  test.each(['fork', 'fork-without-turns'])('%s: what was replayed is marked and costs nothing', (name) => {
    const { of, reading } = session(name);
    expect(of('prompt').map(({ text, replayed }) => [text, replayed ?? false])).toEqual([
      ['Words of the parent.', true],
      ['Words of the fork.', false],
    ]);
    expect(of('reply').map((reply) => reply.replayed ?? false)).toEqual([true, false]);
    expect(reading.summary.session).toMatchObject({
      nativeId: '01900000-1111-7222-8333-444444444444',
      forkedFromNativeId: '01800000-1111-7222-8333-444444444444',
      title: 'Words of the fork.',
    });
  });

  test('the parent spent its own tokens', () => {
    expect(session('fork').reading.summary.session.outputTokens).toBe(40);
  });

  test('a sub-agent knows its parent; its brief is the agent’s', () => {
    const { events, reading } = session('sub-agent');
    expect(reading.summary.session.parentNativeId).toBe('01800000-1111-7222-8333-444444444444');
    expect(events[0]).toMatchObject({ kind: 'prompt', origin: 'agent', thread: '01900000-1111-7222-8333-444444444444' });
  });
});

test('0.149 writes everything a third time', () => {
  const { of, reading } = session('era-0.149');
  expect(of('prompt').map(({ origin, text }) => [origin, text])).toEqual([
    ['human', 'Sort the boxes.'],
    ['command', '! git status'],
  ]);
  expect(of('call').map((call) => call.action.type)).toEqual(['run', 'plan', 'run']);
  expect(of('reply').map((reply) => reply.text)).toEqual(['Sorted.']);
  expect(reading.summary.unknownRecords).toEqual({ moon_phase: 1, 'event_msg/sunrise': 1, 'response_item/hologram': 1 });
});
