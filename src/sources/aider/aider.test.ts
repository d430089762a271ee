import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventSchema, type SessionEvent } from '../../model/event.ts';
import { readTranscript } from '../read-transcript.ts';
import { FIXTURES, readBytes, readFixture } from '../testing/read-fixture.ts';
import { parseEditBlocks } from './parse-edit-blocks.ts';
import { RECORD_SCHEMAS, toToolLine } from './records/record-schemas.ts';

const session = (name: string) => readFixture(`aider/sessions/${name}.md`);

describe('every kind of line', () => {
  const { reading, events } = readFixture('aider/records/lines.md');

  test('has a fixture', () => {
    expect([...RECORD_SCHEMAS.keys()].filter((kind) => !(kind in reading.summary.knownRecords))).toEqual([]);
    expect(reading.summary.unknownRecords).toEqual({});
  });

  test('fits what it is taken for', () => {
    const tools = readFileSync(join(FIXTURES, 'aider/records/lines.md'), 'utf8')
      .split('\n')
      .flatMap((line) => (line.startsWith('> ') ? [line.slice(2).trimEnd()] : []));
    for (const text of tools) expect(RECORD_SCHEMAS.get(toToolLine(text).kind)?.safeParse(text).success).toBe(true);
    for (const event of events) expect(eventSchema.safeParse(event).error).toBeUndefined();
  });
});

describe('search and replace', () => {
  const { of, events, reading } = session('search-replace');

  test('a history holds several sessions, each with its start in local time, and says so', () => {
    expect(
      reading.sessions.map(({ session: { nativeId, title, startedAt, models, outputTokens } }) => ({ nativeId, title, startedAt, models, outputTokens })),
    ).toEqual([
      {
        nativeId: '2026-03-01 09:15:00',
        title: 'Count the boxes,',
        startedAt: new Date('2026-03-01T09:15:00').toISOString(),
        models: ['lab/small'],
        outputTokens: 340,
      },
      {
        nativeId: '2026-03-01 10:00:00',
        title: 'Paint the boxes.',
        startedAt: new Date('2026-03-01T10:00:00').toISOString(),
        models: ['lab/small'],
        outputTokens: 120,
      },
    ]);
    expect(of('note')[0]?.text).toContain('no zone');
  });

  test('only what the person asked is theirs; headings and quotations in a reply are the reply', () => {
    expect(of('prompt').map(({ origin, text }) => [origin, text])).toEqual([
      ['human', 'Count the boxes,\n#### not the lids.'],
      ['command', '/run pytest -q'],
      ['human', 'Why not a set?'],
      ['human', 'Paint the boxes.'],
    ]);
    expect(of('reply')[0]?.text).toContain('#### What changes\n\n> "A lid is no box."');
  });

  test('an edit stands on the line of its block, and only where it was applied', () => {
    expect(of('edit').map(({ path, change, line, resultLine, hunks }) => ({ path, change, line, resultLine, hunks: hunks.length }))).toEqual([
      { path: 'src/box.py', change: 'update', line: 22, resultLine: 52, hunks: 2 },
      { path: 'src/lid.py', change: 'create', line: 43, resultLine: 53, hunks: 1 },
    ]);
    expect(of('result').map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok', 'failed', 'refused']);
    expect(of('result')[4]?.text).toContain('must exactly match');
  });

  test('a commit is a commit; the one before the edits is the person’s', () => {
    const commits = events.flatMap((event) => (event.kind === 'call' && event.tool === 'commit' && event.action.type === 'run' ? [event.action] : []));
    expect(commits).toEqual([
      { type: 'run', command: 'git commit -m "chore: what Ada had changed"', description: "The person's own changes, before the edits were applied." },
      { type: 'run', command: 'git commit -m "fix: count every \\"box\\""' },
    ]);
    expect(of('result').find(({ text }) => text.startsWith('Commit 2b3c4d5'))?.text).toBe('Commit 2b3c4d5 fix: count every "box"');
  });

  test('a reply that is broken off is an interruption', () => {
    expect(of('interruption')).toHaveLength(1);
  });
});

test('diffs, whole files and patches; a change that no block shows', () => {
  expect(
    session('other-formats')
      .of('edit')
      .map(({ path, change, hunks }) => [path, change, hunks.flatMap((hunk) => hunk.lines)]),
  ).toEqual([
    ['src/box.py', 'update', [' class Box:', '-    name = "a"', '+    name = "b"']],
    ['README.md', 'create', ['+# Birdhouse', '+', '+```sh', '+make', '+```']],
    ['src/lid.py', 'update', ['-LIDS = 3', '+LIDS = 0']],
    ['src/unseen.py', 'update', []],
  ]);
});

test('what stands in a fence is quoted; a fence that was cut off ends with the reply', () => {
  const { of } = session('nested');
  expect(of('prompt').map(({ text }) => text)).toEqual(['What did we do yesterday?', 'Show me the file.', 'Go on.']);
  expect(of('edit')).toEqual([]);
  expect(of('reply')).toHaveLength(3);
});

test('a history whose lines were trimmed loses no edit and makes no heading a request', () => {
  const { of } = session('trimmed');
  expect(of('edit')).toHaveLength(2);
  expect(of('prompt').map(({ text }) => text)).toEqual(['Count the boxes,\n#### not the lids.', '/run pytest -q', 'Why not a set?']);
});

test('a history reads the same however its bytes come', () => {
  for (const file of readdirSync(join(FIXTURES, 'aider/sessions'))) {
    const bytes = readFileSync(join(FIXTURES, 'aider/sessions', file));
    const whole = read([bytes]);
    assert(
      property(array(integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 10 }), (sizes) => {
        expect(read(cut(bytes, sizes))).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  }
});

test.each([
  ['**src/a.ts**:', 'src/a.ts'],
  ['`Makefile`', 'Makefile'],
  ['# lib/b c.py', 'lib/b c.py'],
])('a block below %j changes %s', (line, path) => {
  expect(parseEditBlocks([line, '```', '<<<<<<< SEARCH', 'a', '=======', 'b', '>>>>>>> REPLACE', '```'], 'diff').map((edit) => edit.path)).toEqual([path]);
});

test('a block that is not closed, or names no file, changes nothing', () => {
  expect(parseEditBlocks(['a.py', '<<<<<<< SEARCH', 'a', '======='], 'diff')).toEqual([]);
  expect(parseEditBlocks(['Here you are.', '<<<<<<< SEARCH', 'a', '=======', 'b', '>>>>>>> REPLACE'], 'diff')).toEqual([]);
});

function read(chunks: Iterable<Buffer>): SessionEvent[] {
  const events: SessionEvent[] = [];
  readTranscript('.aider.chat.history.md', chunks, (event) => events.push(event));
  return events;
}

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return chunks;
}

test('a request by command is told once, and what the architect hands over is not the person’s', () => {
  const text = `
# aider chat started at 2026-03-01 09:15:00

> Aider v0.82.2

#### /architect Count the boxes.

#### Count the boxes.

There are four boxes.

Write it down.

> Tokens: 3.0k sent, 577 received.

#### There are four boxes.
####
#### Write it down.

Done.

> Tokens: 3.0k sent, 5 received.

#### Count the boxes.

Four.
`;
  const { of } = readBytes('.aider.chat.history.md', [Buffer.from(text)]);
  expect(of('prompt').map(({ origin, text: said }) => [origin, said.split('\n')[0]])).toEqual([
    ['human', 'Count the boxes.'],
    ['agent', 'There are four boxes.'],
    ['human', 'Count the boxes.'],
  ]);
});
