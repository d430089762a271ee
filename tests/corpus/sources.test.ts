import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
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
    // One file may hold several sessions, each with an order of its own.
    const onSession = () => {
      ids.clear();
      seq = 0;
    };
    tally.readings.push({ path, reading: readTranscript(path, chunksOf(path), check, { onSession }) });
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

/** Of every source: files, sessions, records, kinds known and unknown. */
const table: string[] = [];

function addRow(agent: string, readings: Tally['readings']): void {
  const read = readings.flatMap(({ reading }) => (reading.state === 'read' ? [reading] : []));
  const sessions = read.flatMap((reading) => reading.sessions);
  const kinds = (from: 'knownRecords' | 'unknownRecords') => new Set(sessions.flatMap((summary) => Object.keys(summary[from])));
  const unknown = kinds('unknownRecords');
  const sum = (count: (summary: (typeof sessions)[number]) => number) => sessions.reduce((total, summary) => total + count(summary), 0);
  table.push(
    `${agent.padEnd(12)} ${readings.length} files, ${read.length} read, ${sessions.length} sessions, ${sum(({ records }) => records)} records, ` +
      `${sum(({ events }) => events)} events, ${sum(({ malformed }) => malformed.count)} malformed; kinds: ${kinds('knownRecords').size} known, ${unknown.size} unknown ${[...unknown].join(' ')}`,
  );
}

afterAll(() => {
  if (hasCorpus) process.stdout.write(`${table.join('\n')}\n`);
});

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
  ['gemini-cli', { 'prompt human': 4, 'prompt system': 1, reply: 13, reasoning: 20, edit: 3, 'call run': 6, 'result ok': 12, note: 2 }],
  ['aider', { 'prompt human': 20, reply: 20, edit: 1 }],
  ['specstory', { 'prompt human': 50, reply: 50, 'call run': 5 }],
])('%s', (agent, atLeast) => {
  const { readings, counts, badEvents } = readAll(agent);
  addRow(agent, readings);
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
    // SpecStory writes a session anew under another name now and then.
    expect(new Set(summaries.map(({ session }) => session.id)).size).toBeGreaterThan(summaries.length * 0.8);
    expect(
      summaries
        .filter(({ session, events }) => events > 0 && (session.startedAt === null || session.endedAt === null || session.startedAt > session.endedAt))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
