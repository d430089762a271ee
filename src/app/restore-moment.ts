import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import { noSuchMoment } from './show-moment.ts';

/** Undoes a dismissal or a skip: a moment that was offered comes back to the day's list while that has room. */
export function restoreMoment({ journal, clock }: Pick<App, 'journal' | 'clock'>, id: MomentId): Result<void, Problem> {
  const written = journal.write(() => {
    if (!journal.moments.get(id)) return false;
    // Of a skip nothing is kept, nor that it was undone.
    if (journal.dismissals.get(id)) journal.dismissals.restore({ moment: id, at: clock().toISOString() });
    const today = journal.today.get();
    const hasRoom = today !== null && today.moments.length < today.offered && !today.moments.includes(id);
    if (hasRoom && journal.today.listEverOffered().has(id)) journal.today.save({ ...today, moments: [id, ...today.moments] });
    return true;
  });
  if (!written.ok) return written;
  return written.value ? ok(undefined) : failed(noSuchMoment(id));
}
