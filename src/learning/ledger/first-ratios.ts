import type { LedgerRow } from '../../model/misconception-ledger.ts';

/** What signs weighed in version 1 of the catalogue, which did not write it beside them: the same for nearly every belief. */
const FOR = { distractor: 3, prediction: 1.5, question: 4, recall: 2, moment: 1 } as const;
const AGAINST = { distractor: 0.5, prediction: 0.6, question: 0.4, recall: 0.6, moment: 1 } as const;
const COMMON_DISTRACTOR = 1.5;
const WITH_COMMON_DISTRACTOR: ReadonlySet<string> = new Set(['T1', 'G1']);

/** The sign of a row with what it weighed when it was written. */
export function toWeighedEvent({ misconception, version, event }: LedgerRow): LedgerRow['event'] {
  if (event.type !== 'evidence' || event.ratio !== undefined || version !== 1) return event;
  if (event.direction === 'against') return { ...event, ratio: AGAINST[event.source] };
  return { ...event, ratio: event.source === 'distractor' && WITH_COMMON_DISTRACTOR.has(misconception) ? COMMON_DISTRACTOR : FOR[event.source] };
}
