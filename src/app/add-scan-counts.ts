import type { ScanCount } from './create-scan-counts.ts';

/** The last line of `rounds scan --stats`. */
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
  /** Wall-clock seconds: of each phase the mean over the threads, since they work at the same time; `total` from start to end. */
  readonly seconds: Readonly<Record<'read' | 'facts' | 'ast' | 'rules' | 'total', number>>;
  readonly peakRssMB: number;
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/** @param begun `performance.now()` when the scan began */
export function addScanCounts(counts: readonly ScanCount[], begun: number): ScanTotals {
  const sum = (pick: (count: ScanCount) => number): number => counts.reduce((total, count) => total + pick(count), 0);
  const mean = (pick: (count: ScanCount) => number): number => round(sum(pick) / Math.max(1, counts.length));
  const unknownRecords: Record<string, number> = {};
  for (const count of counts) for (const [name, times] of Object.entries(count.unknownRecords)) unknownRecords[name] = (unknownRecords[name] ?? 0) + times;
  return {
    files: sum(({ files }) => files),
    bytes: sum(({ bytes }) => bytes),
    sessions: new Set(counts.flatMap(({ sessions }) => sessions)).size,
    events: sum(({ events }) => events),
    edits: sum(({ edits }) => edits),
    runs: sum(({ runs }) => runs),
    records: sum(({ records }) => records),
    unknownRecords,
    moments: sum(({ moments }) => moments),
    seconds: {
      read: mean(({ seconds }) => seconds.read),
      facts: mean(({ seconds }) => seconds.facts),
      ast: mean(({ seconds }) => seconds.ast),
      rules: mean(({ seconds }) => seconds.rules),
      total: round((performance.now() - begun) / 1000),
    },
    // resourceUsage reports kilobytes on every platform.
    peakRssMB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
