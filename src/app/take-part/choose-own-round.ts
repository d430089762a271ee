import type { App } from '../app.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { RoundId } from '../../model/round.ts';
import { findById } from '../find-by-id.ts';
import { startRound } from '../rounds/start-round.ts';
import { showToday } from '../show-today.ts';

/** The round alone to go on with: of today's first moment, or of the one named; a round that waits where today has none left; null where none does. */
export function chooseOwnRound(app: App, moment: string | undefined): Result<RoundId | null, Problem> {
  if (moment !== undefined) {
    const found = findById(app, moment);
    if (!found.ok) return found;
    if (found.value.noun !== 'moment')
      return failed(problem('wrong-usage', 'A round is about a moment, and this is a session.', { next: `See "rounds show ${moment}" for its moments.` }));
    const started = startRound(app, found.value.id);
    return started.ok ? ok(started.value.id) : started;
  }
  const today = showToday(app);
  if (!today.ok) return today;
  const [first] = today.value.moments;
  if (first) return chooseOwnRound(app, first.id);
  const [waiting] = today.value.waiting;
  if (waiting || today.value.sessionsKnown > 0) return ok(waiting?.id ?? null);
  return failed(problem('not-found', 'No session was read yet.', { next: 'Run "rounds import" first, or "rounds demo" to try it.' }));
}

/** A round alone whose id is this, or begins so; null where the journal has none. */
export function findOwnRound({ journal }: App, start: string): RoundId | null {
  const found = journal.rounds.list().filter(({ id }) => id.startsWith(start));
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
