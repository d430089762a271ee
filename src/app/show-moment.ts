import type { MomentView } from '../model/api/moments.ts';
import type { MomentId } from '../model/moment.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import { frameCase } from './frame-case.ts';

/** A moment as it may be seen before a judgement, and what its owner did with it so far. */
export function showMoment({ journal }: App, id: MomentId): Result<MomentView, Problem> {
  const read = journal.attempt((): MomentView | null => {
    const framed = frameCase(journal, id);
    if (!framed) return null;
    const round = journal.rounds.list({ moment: id }).find(({ state }) => state !== 'withdrawn');
    return { case: framed, round: round ? { id: round.id, state: round.state } : null, dismissal: journal.dismissals.get(id) };
  });
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noSuchMoment(id));
}

export const noSuchMoment = (id: string): Problem =>
  problem('not-found', `There is no moment ${id} here.`, { next: 'It may have gone with an import: see Today, or "rounds moments".' });
