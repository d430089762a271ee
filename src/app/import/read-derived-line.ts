import type { Journal } from '../../journal/open-journal.ts';
import { readKeptLine } from './read-kept-line.ts';

/** One raw line of a session, by the number its events give it; null where there is none. */
export function readDerivedLine(journal: Journal, derivation: number, line: number): string | null {
  if (journal.mergedLines.isMerged(derivation)) {
    const kept = journal.mergedLines.find(derivation, line);
    return kept && readKeptLine(journal, kept.transcript, kept.line);
  }
  const transcript = journal.derivations.getTranscript(derivation);
  return transcript === null ? null : readKeptLine(journal, transcript, line);
}
