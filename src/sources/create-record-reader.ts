/** The part of a reader that is the same whatever the agent: a line becomes records, what is none is counted, and the end is summed up. */
import type { Session } from '../model/session.ts';
import type { EventLog } from './event-log.ts';
import { parseLine } from './parse-line.ts';
import type { RecordCensus } from './record-census.ts';
import type { RawLine, RecordReader } from './source.ts';

export interface RecordReading {
  readonly log: EventLog;
  readonly census: RecordCensus;
  /** The kind of a record that says nothing, where its bytes tell: it is counted, not parsed. */
  readonly toSilentKind?: (line: Buffer) => string | undefined;
  /** Reads a line's record without parsing all of it, where its bytes allow that. */
  readonly readLightly?: (line: RawLine) => boolean;
  readonly readRecord: (value: unknown, line: number) => void;
  /** Tells what only the end settles. */
  readonly tellRest?: () => void;
  /** Asked last. The times are those of the first and last event. */
  readonly toSession: (times: Pick<Session, 'startedAt' | 'endedAt'>) => Session;
}

export function createRecordReader({ log, census, toSilentKind, readLightly, readRecord, tellRest, toSession }: RecordReading): RecordReader {
  return {
    read(line, emit) {
      log.emitTo(emit);
      const silent = toSilentKind?.(line.bytes);
      if (silent !== undefined) {
        census.countRecord();
        census.countKnown(silent);
        return;
      }
      if (readLightly?.(line)) return;
      const { records, why } = parseLine(line);
      for (const record of records) readRecord(record, line.line);
      if (why !== undefined) census.countMalformed(line.line, why);
    },
    finish(emit) {
      log.emitTo(emit);
      tellRest?.();
      return { session: toSession({ startedAt: log.startedAt(), endedAt: log.endedAt() }), events: log.count(), ...census.summary() };
    },
  };
}
