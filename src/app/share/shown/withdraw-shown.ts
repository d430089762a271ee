import type { ShownRow } from '../../../journal/shown-log-table.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { App } from '../../app.ts';
import type { ShownPort } from './shown-port.ts';

type Deps = Pick<App, 'journal' | 'clock'>;

/** Takes back what I show, wherever it was shown from: the team deletes it, and the log says since when. What is gone already is gone. */
export async function withdrawShown({ journal, clock }: Deps, port: ShownPort, remote: string): Promise<Result<null, Problem>> {
  const gone = await port.withdraw(remote);
  if (!gone.ok && gone.problem.tag !== 'not-found') return gone;
  const kept = journal.write(() => journal.shownLog.withdraw(port.host, remote, clock().toISOString()));
  return kept.ok ? (gone.ok ? ok(null) : gone) : kept;
}

/** The same for an entry of the sharing log, by its number there. */
export async function withdrawEntry(app: Deps, port: ShownPort | null, id: number): Promise<Result<ShownRow, Problem>> {
  const found = app.journal.attempt(() => app.journal.shownLog.get(id));
  if (!found.ok) return found;
  if (!found.value) return failed(problem('not-found', 'Nothing with this number was shown.', { next: 'See "rounds log".' }));
  const { what, host, remote, outcome } = found.value;
  if (what !== 'growth')
    return failed(problem('wrong-usage', 'That went with a request for a sign-off.', { next: 'Take the request back on the page Sign-offs.' }));
  if (remote === null || outcome !== 'sent') return ok(found.value);
  if (port?.host !== host)
    return failed(problem('wrong-usage', `It was shown on ${host}, and you are not logged in there.`, { next: `Log in to ${host} and take it back there.` }));
  const gone = await withdrawShown(app, port, remote);
  if (!gone.ok && gone.problem.tag !== 'not-found') return gone;
  const after = app.journal.attempt(() => app.journal.shownLog.get(id));
  return after.ok ? ok(after.value ?? found.value) : after;
}
