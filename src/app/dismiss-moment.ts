import type { Dismissed } from '../model/api/ranking.ts';
import type { Dismissal } from '../model/api/today.ts';
import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import { countLegitimate } from './ranking/count-legitimate.ts';
import { noSuchMoment } from './show-moment.ts';

/** Puts a moment away with a reason. "Legitimate here" lowers the moments of its rule in this repository, from the next list on. */
export function dismissMoment({ journal, clock }: Pick<App, 'journal' | 'clock'>, id: MomentId, dismissal: Dismissal): Result<Dismissed, Problem> {
  const written = journal.write((): Dismissed | null => {
    const record = journal.moments.get(id);
    if (!record) return null;
    const { rule, session } = record.moment;
    const row = { moment: id, repository: journal.sessions.get(session)?.repository ?? null, rule, dismissal, at: clock().toISOString() };
    journal.dismissals.add(row);
    const today = journal.today.get();
    if (today?.moments.includes(id)) journal.today.save({ ...today, moments: today.moments.filter((moment) => moment !== id) });
    return { legitimate: countLegitimate(journal, row) };
  });
  if (!written.ok) return written;
  return written.value ? ok(written.value) : failed(noSuchMoment(id));
}
