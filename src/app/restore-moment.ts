import type { MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { App } from './app.ts';
import { noSuchMoment } from './show-moment.ts';

/** Undoes a dismissal. */
export function restoreMoment({ journal }: App, id: MomentId): Result<void, Problem> {
  const written = journal.write(() => {
    journal.dismissals.remove(id);
    return journal.moments.get(id) !== null;
  });
  if (!written.ok) return written;
  return written.value ? ok(undefined) : failed(noSuchMoment(id));
}
