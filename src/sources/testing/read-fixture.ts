/** Reads a fixture the way a person's file is read. For tests only. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EventKind, EventOf, SessionEvent } from '../../model/event.ts';
import { readTranscript, type TranscriptRead } from '../read-transcript.ts';
import type { ReadSummary } from '../source.ts';

export const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures');

export interface FixtureReading {
  readonly events: SessionEvent[];
  /** With the summary of its first session: most fixtures hold one. */
  readonly reading: TranscriptRead & { readonly summary: ReadSummary };
  readonly of: <K extends EventKind>(kind: K) => EventOf<K>[];
}

export function readFixture(path: string): FixtureReading {
  return readBytes(basename(path), [readFileSync(join(FIXTURES, path))]);
}

export function readBytes(fileName: string, chunks: Iterable<Buffer>): FixtureReading {
  const events: SessionEvent[] = [];
  const reading = readTranscript(fileName, chunks, (event) => events.push(event));
  const summary = reading.state === 'read' ? reading.sessions[0] : undefined;
  if (reading.state !== 'read' || !summary) throw new Error(`${fileName}: ${JSON.stringify(reading)}`);
  return { events, reading: { ...reading, summary }, of: <K extends EventKind>(kind: K) => events.filter((event): event is EventOf<K> => event.kind === kind) };
}
