import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventSchema, type SessionEvent } from '../../src/model/event.ts';
import { findTranscripts } from '../../src/sources/find-transcripts.ts';
import { readTranscript, type TranscriptReading } from '../../src/sources/read-transcript.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const hasCorpus = existsSync(CORPUS);
if (!hasCorpus) process.stderr.write('Skipped: the corpus of real sessions is not here (../shared/corpus).\n');

interface Tally {
  readonly readings: { path: string; reading: TranscriptReading }[];
  readonly counts: Map<string, number>;
  readonly badEvents: string[];
}

function readAll(folder: string): Tally {
  const tally: Tally = { readings: [], counts: new Map(), badEvents: [] };
  for (const { path } of findTranscripts([join(CORPUS, folder)]).files) {
    const ids = new Set<string>();
    let seq = 0;
    const check = (event: SessionEvent) => {
      const name = toName(event);
      tally.counts.set(name, (tally.counts.get(name) ?? 0) + 1);
      const misfit = eventSchema.safeParse(event).error?.message ?? (ids.has(event.id) ? 'id told twice' : event.seq === seq ? undefined : 'out of order');
      if (misfit) tally.badEvents.push(`${path}:${event.line} ${event.kind} ${misfit}`);
      ids.add(event.id);
      seq += 1;
    };
    tally.readings.push({ path, reading: readTranscript(basename(path), chunksOf(path), check) });
  }
  return tally;
}

const toName = (event: SessionEvent): string =>
  event.kind === 'prompt'
    ? `prompt ${event.origin}`
    : event.kind === 'result'
      ? `result ${event.outcome}`
      : event.kind === 'call'
        ? `call ${event.action.type}`
        : event.kind;

function* chunksOf(path: string): Generator<Buffer> {
  const buffer = Buffer.alloc(256 * 1024);
  const file = openSync(path, 'r');
  try {
    for (let bytes = readSync(file, buffer); bytes > 0; bytes = readSync(file, buffer)) yield buffer.subarray(0, bytes);
  } finally {
    closeSync(file);
  }
}

describe.skipIf(!hasCorpus).each([
  [
    'claude-code',
    {
      'prompt human': 400,
      reply: 2000,
      edit: 1000,
      'call run': 1400,
      'result failed': 200,
      'result refused': 40,
      interruption: 20,
      compaction: 4,
      reasoning: 1400,
    },
  ],
  [
    'codex',
    {
      'prompt human': 190,
      reply: 1900,
      edit: 150,
      'call run': 3300,
      'call continue': 380,
      'result failed': 150,
      'result running': 390,
      interruption: 8,
      compaction: 11,
    },
  ],
  [
    'copilot-cli',
    {
      'prompt human': 15,
      reply: 40,
      reasoning: 40,
      edit: 5,
      'call run': 106,
      'call ask': 3,
      'result failed': 2,
      'result running': 4,
      interruption: 1,
    },
  ],
])('%s', (agent, atLeast) => {
  const { readings, counts, badEvents } = readAll(agent);
  const summaries = readings.flatMap(({ path, reading }) => (reading.state === 'read' ? reading.sessions.map((summary) => ({ path, ...summary })) : []));

  test('every file is read as what it is', () => {
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.filter(({ reading }) => reading.state !== 'read' || reading.agent !== agent)).toEqual([]);
  });

  test('every known record fits, and no kind is unknown', () => {
    expect(summaries.flatMap(({ path, malformed }) => malformed.first.map(({ line, why }) => `${path}:${line} ${why}`))).toEqual([]);
    expect(Object.assign({}, ...summaries.map((summary) => summary.unknownRecords))).toEqual({});
  });

  test('every event is well-formed, in order and told once', () => {
    expect(badEvents).toEqual([]);
  });

  test('what happened is there', () => {
    for (const [name, least] of Object.entries(atLeast)) expect([name, counts.get(name) ?? 0]).toEqual([name, Math.max(least, counts.get(name) ?? 0)]);
  });

  test('sessions have times, and ids of their own', () => {
    expect(new Set(summaries.map(({ session }) => session.id)).size).toBeGreaterThan(summaries.length * 0.9);
    expect(
      summaries
        .filter(({ session, events }) => events > 0 && (session.startedAt === null || session.endedAt === null || session.startedAt > session.endedAt))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

test.skipIf(!hasCorpus).each(['gemini-cli', 'specstory', 'aider'])('%s is not yet read', (agent) => {
  const { readings } = readAll(agent);
  expect(readings.length).toBeGreaterThan(0);
  expect(readings.filter(({ reading }) => reading.state !== 'not-yet-read' || reading.agent !== agent)).toEqual([]);
});
