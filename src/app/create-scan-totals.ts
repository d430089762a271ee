import type { SessionFacts } from '../moments/facts/facts.ts';
import type { ReadSummary } from '../sources/source.ts';
import { createStopwatch } from './create-stopwatch.ts';

/** The last line of `rounds scan --stats`. Seconds of `facts` are without those of `ast`. */
export interface ScanTotals {
  readonly files: number;
  readonly bytes: number;
  readonly sessions: number;
  readonly events: number;
  readonly edits: number;
  readonly runs: number;
  readonly records: number;
  /** Record kinds no schema knows, by name, with how often. */
  readonly unknownRecords: Readonly<Record<string, number>>;
  readonly moments: number;
  readonly seconds: Readonly<Record<'read' | 'facts' | 'ast' | 'rules' | 'total', number>>;
  readonly peakRssMB: number;
}

interface ScannedSession {
  readonly summary: ReadSummary;
  readonly facts: SessionFacts;
  readonly moments: number;
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

export function createScanTotals() {
  const begun = performance.now();
  const sessions = new Set<string>();
  const unknownRecords: Record<string, number> = {};
  const sum = { files: 0, bytes: 0, events: 0, edits: 0, runs: 0, records: 0, moments: 0 };
  // Facts are made and rules run while reading, and code is read while facts are made.
  const clock = { reading: createStopwatch(), facts: createStopwatch(), finishing: createStopwatch(), ast: createStopwatch(), rules: createStopwatch() };
  const toSeconds = (): ScanTotals['seconds'] => ({
    read: round(clock.reading.seconds() - clock.facts.seconds() - clock.finishing.seconds() - clock.rules.seconds()),
    facts: round(clock.facts.seconds() + clock.finishing.seconds() - clock.ast.seconds()),
    ast: round(clock.ast.seconds()),
    rules: round(clock.rules.seconds()),
    total: round((performance.now() - begun) / 1000),
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
    finish: (): ScanTotals => ({
      files: sum.files,
      bytes: sum.bytes,
      sessions: sessions.size,
      events: sum.events,
      edits: sum.edits,
      runs: sum.runs,
      records: sum.records,
      unknownRecords,
      moments: sum.moments,
      seconds: toSeconds(),
      // resourceUsage reports kilobytes on every platform.
      peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  };
}
