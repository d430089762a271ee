import { randomBytes } from 'node:crypto';
import type { MomentId } from '../../model/moment.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { actOnRound } from '../../rounds/act-on-round.ts';
import { frameRound } from '../../rounds/frame-round.ts';
import { ME, type RoundsApp } from './rounds-app.ts';

/**
 * A round alone on a moment, called at once. Where one that was not withdrawn exists it is returned instead, open or closed:
 * what was revealed cannot be judged blind a second time.
 */
export function startRound({ journal, clock }: RoundsApp, moment: MomentId): Result<Round, Problem> {
  const written = journal.write((): Result<Round, Problem> => {
    if (!journal.moments.get(moment))
      return failed(problem('not-found', 'There is no such moment in this journal.', { next: 'It may have gone with an import: look at Today.' }));
    const existing = journal.rounds.list({ moment }).find(({ state }) => state !== 'withdrawn');
    if (existing) return ok(existing);
    const at = clock().toISOString();
    const framed = frameRound({ id: `r_${randomBytes(8).toString('hex')}` as RoundId, moment, people: [ME], at });
    const called = actOnRound(framed, { person: ME, at, action: { type: 'call' } });
    if (called.ok) journal.rounds.insert(called.value);
    return called;
  });
  return written.ok ? written.value : written;
}
