import type { SessionFacts } from '../moments/facts/facts.ts';
import type { ReadSummary } from '../sources/source.ts';
import { createStopwatch } from './create-stopwatch.ts';

type Phase = 'read' | 'facts' | 'ast' | 'rules';

/** What one thread read and found. Plain data, so that it can be sent to another thread. */
export interface ScanCount {
  readonly files: number;
  readonly bytes: number;
  /** Ids: a session may lie in two files. */
  readonly sessions: readonly string[];
  readonly events: number;
  readonly edits: number;
  readonly runs: number;
  readonly records: number;
  readonly unknownRecords: Readonly<Record<string, number>>;
  readonly moments: number;
  /** Seconds of this thread. Those of `facts` are without those of `ast`. */
  readonly seconds: Readonly<Record<Phase, number>>;
}

interface ScannedSession {
  readonly summary: ReadSummary;
  readonly facts: SessionFacts;
  readonly moments: number;
}

export type ScanCounts = ReturnType<typeof createScanCounts>;

/** Counts what one thread does, and how long each phase takes it. */
export function createScanCounts() {
  const sessions = new Set<string>();
  const unknownRecords: Record<string, number> = {};
  const sum = { files: 0, bytes: 0, events: 0, edits: 0, runs: 0, records: 0, moments: 0 };
  // Facts are made and rules run while reading, and code is read while facts are made.
  const clock = { reading: createStopwatch(), facts: createStopwatch(), finishing: createStopwatch(), ast: createStopwatch(), rules: createStopwatch() };
  const toSeconds = (): ScanCount['seconds'] => ({
    read: clock.reading.seconds() - clock.facts.seconds() - clock.finishing.seconds() - clock.rules.seconds(),
    facts: clock.facts.seconds() + clock.finishing.seconds() - clock.ast.seconds(),
    ast: clock.ast.seconds(),
    rules: clock.rules.seconds(),
  });

  return {
    clock,
    addFile: (bytes: number): void => {
      sum.files += 1;
      sum.bytes += bytes;
    },
    addSession: ({ summary, facts, moments }: ScannedSession): void => {
      sessions.add(summary.session.id);
      sum.events += summary.events;
      sum.edits += facts.edits.length;
      sum.runs += facts.runs.length;
      sum.records += summary.records;
      sum.moments += moments;
      for (const [name, count] of Object.entries(summary.unknownRecords)) unknownRecords[name] = (unknownRecords[name] ?? 0) + count;
    },
    toCount: (): ScanCount => ({ ...sum, sessions: [...sessions], unknownRecords, seconds: toSeconds() }),
  };
}
