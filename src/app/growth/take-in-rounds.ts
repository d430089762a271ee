import type { Journal } from '../../journal/open-journal.ts';
import type { JudgedRound } from './judged-round.ts';
import { listJudgedRounds } from './list-judged-rounds.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { recordRound } from './record-round.ts';

/** Writes down what rounds say that were closed before this was kept, on another machine, or for two. Returns all that are revealed. */
export function takeInRounds(journal: Journal): readonly JudgedRound[] {
  const rounds = listJudgedRounds(journal);
  const catalogue = loadCatalogue(journal);
  for (const round of rounds) recordRound(journal, catalogue, round);
  return rounds;
}
