import type { Dismissal } from '../model/api/today.ts';
import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import { noSuchMoment } from './show-moment.ts';

/** Puts a moment away with a reason. "Legitimate here" lowers its rule in this repository from the next import on. */
export function dismissMoment({ journal, clock }: App, id: MomentId, dismissal: Dismissal): Result<void, Problem> {
  const written = journal.write(() => {
    const record = journal.moments.get(id);
    if (!record) return false;
    const { rule, session } = record.moment;
    const repository = journal.sessions.get(session)?.repository ?? null;
    journal.dismissals.add({ moment: id, repository, rule, dismissal, at: clock().toISOString() });
    if (dismissal.reason === 'legitimate-here') journal.transcripts.setStaleByRepository(repository);
    const today = journal.today.get();
    if (today?.moments.includes(id)) journal.today.save({ ...today, moments: today.moments.filter((moment) => moment !== id) });
    return true;
  });
  if (!written.ok) return written;
  return written.value ? ok(undefined) : failed(noSuchMoment(id));
}
