import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { SharedCaseRow } from '../../journal/shared-cases-table.ts';
import type { App } from '../app.ts';
import { forgetDerived } from '../growth/team/forget-derived.ts';
import { dropPreview } from './keep-preview.ts';
import { notLoggedIn, shareCase } from './share-case.ts';
import type { TeamPort } from './team-port.ts';

type Deps = Pick<App, 'journal' | 'clock'>;

/**
 * Makes the team forget a case, and this machine what was in it. That it was asked for is written down first: where the team cannot
 * be reached it is asked again later. What stays is a tombstone: when, to whom, how much, and the digest.
 */
export async function forgetCase(app: Deps, team: TeamPort | null, id: number): Promise<Result<SharedCaseRow, Problem>> {
  const { journal, clock } = app;
  const found = journal.attempt(() => journal.sharedCases.get(id));
  if (!found.ok) return found;
  if (!found.value) return failed(problem('not-found', 'Nothing with this number was shared.', { next: 'See "rounds log".' }));
  if (found.value.forgottenAt) return ok(found.value);
  if (!team) return failed(notLoggedIn());
  if (found.value.host !== team.host)
    return failed(
      problem('wrong-usage', `It was shared on ${found.value.host}, and you are logged in to ${team.host}.`, {
        next: `Log in to ${found.value.host} and forget it there.`,
      }),
    );
  const caseId = found.value.caseId ?? (await findCaseId(app, team, found.value));
  if (typeof caseId !== 'string') return caseId;
  const asked = journal.write(() => journal.sharedCases.askToForget(id, clock().toISOString()));
  if (!asked.ok) return asked;
  const forgotten = await team.forgetCase(caseId);
  if (!forgotten.ok) return forgotten;
  return journal.write(() => {
    journal.sharedCases.forget(id, clock().toISOString());
    dropPreview(app, found.value?.digest ?? '');
    forgetDerived(journal, caseId);
    return journal.sharedCases.get(id) ?? found.value;
  }) as Result<SharedCaseRow, Problem>;
}

/** No answer ever came. Sending the same bytes once more tells which case they became, if they arrived; then that one is forgotten. */
async function findCaseId(app: Deps, team: TeamPort, { digest }: SharedCaseRow) {
  const again = await shareCase(app, team, digest);
  return again.ok ? (again.value.caseId ?? again) : again;
}

/** What was asked to be forgotten while the team could not be reached. Returns how many are left. */
export async function forgetWaiting(app: Deps, team: TeamPort | null): Promise<Result<number, Problem>> {
  const waiting = app.journal.attempt(() => app.journal.sharedCases.listForgetting());
  if (!waiting.ok) return waiting;
  let left = 0;
  for (const { id } of waiting.value) {
    const done = team ? await forgetCase(app, team, id) : null;
    if (!done?.ok) left += 1;
    if (done && !done.ok && done.problem.tag === 'cannot-reach') return ok(waiting.value.length);
  }
  return ok(left);
}
