import type { Outcome } from '../model/case.ts';
import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import { frameOutcome } from './frame-outcome.ts';
import { noSuchMoment } from './show-moment.ts';

/** What is withheld of a moment, opened on purpose by its owner. */
export function revealMoment({ journal }: Pick<App, 'journal'>, id: MomentId): Result<Outcome, Problem> {
  const read = journal.attempt(() => frameOutcome(journal, id));
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noSuchMoment(id));
}
