import type { Journal } from '../../journal/open-journal.ts';
import { findRatio } from '../../learning/ledger/weigh-evidence.ts';
import type { Misconception } from '../../model/misconception.ts';
import type { Evidence } from '../../model/misconception-ledger.ts';

/** Writes a sign down with what it weighs now. The same sign again changes nothing. */
export function writeEvidence(journal: Journal, misconception: Misconception, evidence: Omit<Evidence, 'type' | 'ratio'>): void {
  const { id, version, edition } = misconception;
  const ratio = findRatio(misconception, evidence.source, evidence.direction);
  journal.ledger.add({ misconception: id, version, ...(edition === undefined ? {} : { edition }), event: { type: 'evidence', ...evidence, ratio } });
}
