import { array, assert, constantFrom, integer, nat, property, pre } from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../model/event.ts';
import { readTranscript } from './read-transcript.ts';
import { splitDocument } from './split-document.ts';
import { FIXTURES, readBytes } from './testing/read-fixture.ts';

const sessions = ['claude-code', 'codex', 'copilot-cli', 'gemini-cli', 'qwen-code', 'opencode'].flatMap((agent) =>
  readdirSync(join(FIXTURES, agent, 'sessions')).map((file) => join(FIXTURES, agent, 'sessions', file)),
);
const prompt = (uuid: string, text: string) =>
  JSON.stringify({ type: 'user', uuid, sessionId: 's', timestamp: '2026-01-01T00:00:00Z', message: { role: 'user', content: text } });

describe('bytes that are no transcript', () => {
  test.each([
    ['The file is empty.', Buffer.alloc(0)],
    ['The file holds nothing but blanks.', Buffer.from(' \n\r\n')],
    ['It is a binary file.', Buffer.from([1, 2, 3, 0, 5, 0, 0, 9, 200])],
    ['It is written in UTF-16; transcripts are UTF-8.', Buffer.from(`\uFEFF${prompt('u', 'hi')}`, 'utf16le')],
    ['It is written in UTF-16; transcripts are UTF-8.', Buffer.from(prompt('u', 'hi'), 'utf16le')],
    ['It is not valid UTF-8 text.', Buffer.from(prompt('u', 'é'), 'latin1')],
    ['It is gzip-compressed; unpack it first.', Buffer.from([0x1f, 0x8b, 8, 0])],
  ])('%s', (why, bytes) => {
    expect(readTranscript('session.jsonl', [bytes], () => {})).toEqual({ state: 'not-a-transcript', why });
  });

  test('no more than the head is asked for', () => {
    let asked = 0;
    function* endless(): Generator<Buffer> {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(1 << 20, 'a');
      }
    }
    expect(readTranscript('huge.txt', endless(), () => {}).state).toBe('not-a-transcript');
    expect(asked).toBe(1);
  });

  test('a character cut by the end of the head is no bad encoding', () => {
    const bytes = Buffer.from(prompt('u', 'é'.repeat(40_000)));
    for (const shift of [0, 1]) expect(readBytes('s.jsonl', [Buffer.concat([Buffer.from(' '.repeat(shift)), bytes])]).of('prompt')).toHaveLength(1);
  });
});

describe('odd transcripts', () => {
  test('a last line cut off in the middle is counted; the rest is read', () => {
    const { of, reading } = readBytes('s.jsonl', [Buffer.from(`${prompt('u1', 'one')}\r\n${prompt('u2', 'two').slice(0, -20)}`)]);
    expect(of('prompt').map((event) => event.text)).toEqual(['one']);
    expect(reading.summary.malformed).toMatchObject({ count: 1, first: [{ line: 2 }] });
  });

  test('a byte order mark is no part of the first record', () => {
    expect(readBytes('s.jsonl', [Buffer.from(`\uFEFF${prompt('u1', 'one')}`)]).of('prompt')).toHaveLength(1);
  });

  test('a line of 200 MB is counted and never held', () => {
    const piece = Buffer.alloc(1 << 20, 'a');
    function* chunks(): Generator<Buffer> {
      yield Buffer.from(`${prompt('u1', 'one')}\n{"type":"user","message":"`);
      for (let mb = 0; mb < 200; mb += 1) yield piece;
      yield Buffer.from(`"}\n${prompt('u2', 'two')}\n`);
    }
    const before = process.memoryUsage().arrayBuffers;
    const { of, reading } = readBytes('s.jsonl', chunks());
    expect(of('prompt').map((event) => event.text)).toEqual(['one', 'two']);
    expect(reading.summary.malformed.first).toEqual([{ line: 2, why: `line of ${200 * 1024 * 1024 + 28} bytes` }]);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('long texts are cut, and say so', () => {
    const { of } = readBytes('s.jsonl', [Buffer.from(prompt('u1', 'x'.repeat(200_000)))]);
    expect(of('prompt')[0]?.text.length).toBeLessThan(66_000);
    expect(of('prompt')[0]?.text).toContain('characters left out');
  });

  test('names that are in every object are no kinds of record', () => {
    const hostile = ['constructor', '__proto__', 'toString'].map((type) => JSON.stringify({ type, uuid: type, sessionId: 's' }));
    const blocks = JSON.stringify({
      type: 'assistant',
      uuid: 'b',
      sessionId: 's',
      message: { content: [{ type: 'constructor' }, { type: '__proto__' }, null, 3] },
    });
    const { reading } = readBytes('s.jsonl', [Buffer.from([prompt('u1', 'one'), ...hostile, blocks].join('\n'))]);
    expect(Object.values(reading.summary.unknownRecords).reduce((sum, count) => sum + count, 0)).toBe(7);
  });
});

describe.each(sessions.map((path) => [path.slice(FIXTURES.length + 1), path]))('%s', (_, path) => {
  const bytes = readFileSync(path);
  const whole = readBytes(basename(path), [bytes]);

  test('reads the same however the bytes come', () => {
    assert(
      property(array(integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const { events, reading } = readBytes(basename(path), reusingOneBuffer(bytes, sizes));
        expect(events).toEqual(whole.events);
        expect(reading).toEqual(whole.reading);
      }),
      { numRuns: 25 },
    );
  });

  test.skipIf(whole.reading.unit === 'message')('a damaged line costs only its own events', () => {
    const lines = bytes.toString().trimEnd().split('\n');
    assert(
      property(
        integer({ min: 1, max: lines.length - 1 }),
        nat(),
        nat(),
        constantFrom('', '"', '{', '}', '[', 'null', '7', '\\', '\t', 'é'),
        (index, from, length, patch) => {
          const line = lines[index] ?? '';
          const at = from % line.length;
          const broken = line.slice(0, at) + patch + line.slice(at + (length % 40));
          // One that is a record still may tell something else, of other lines too.
          pre(!isJson(broken));
          const damaged = lines.with(index, broken);
          const events: SessionEvent[] = [];
          readTranscript(basename(path), [Buffer.from(damaged.join('\n'))], (event) => events.push(event));
          const told = new Set(events.map(toKey));
          const lost = whole.events.filter((event) => event.line !== index + 1 && !dependsOn(event, index + 1, whole.events) && !told.has(toKey(event)));
          expect(lost.map(toKey)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.runIf(whole.reading.unit === 'message')('a damaged document is read as far as it can be told apart', () => {
    assert(
      property(nat(bytes.length), nat(40), constantFrom('', '"', '{', '}', '[', ']', ',', 'null', '\\', '\n', 'é'), (from, length, patch) => {
        const damaged = Buffer.concat([bytes.subarray(0, from), Buffer.from(patch), bytes.subarray(from + length)]);
        const events: SessionEvent[] = [];
        const reading = readTranscript(basename(path), [damaged], (event) => events.push(event));
        // Whatever is damaged, the messages before it are whole.
        const lastWhole = reading.state === 'read' ? Math.max(0, ...whole.events.map(({ line }) => line).filter((line) => endOf(bytes, line) <= from)) : 0;
        const told = new Set(events.map(toKey));
        expect(whole.events.filter((event) => event.line < lastWhole && !told.has(toKey(event))).map(toKey)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** Offset after a message of a document. */
function endOf(document: Buffer, line: number): number {
  const message = [...splitDocument(document, 'messages')].find((candidate) => candidate.line === line);
  return message ? message.offset + message.bytes.length : 0;
}

/** What was told. Not its line: what one record tells, its double may tell instead when that one is damaged. */
const toKey = (event: SessionEvent): string => `${event.kind} ${'text' in event ? event.text : 'callId' in event ? event.callId : event.line}`;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Edits need the records of their call and of their result; the others follow from several records. */
function dependsOn(event: SessionEvent, damagedLine: number, events: readonly SessionEvent[]): boolean {
  if (event.kind === 'edit')
    return (
      event.resultLine === damagedLine ||
      event.line === damagedLine ||
      events.some((other) => other.line === damagedLine && 'callId' in other && other.callId === event.callId) ||
      event.resultLine === undefined
    );
  return event.kind === 'rollback' || event.kind === 'compaction' || event.kind === 'interruption';
}

function* reusingOneBuffer(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  const buffer = Buffer.alloc(400);
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.min(sizes[turn % sizes.length] ?? 1, bytes.length - at);
    bytes.copy(buffer, 0, at, at + size);
    yield buffer.subarray(0, size);
    at += size;
  }
}
