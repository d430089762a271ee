import type { CohortList } from '../../../model/api/team/cohorts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CohortId, PersonId } from '../../../model/team/ids.ts';
import { listWhoFollows } from '../../../store/cohorts.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { acceptLead, mayLead, proposeLead, withdrawLead } from '../../../store/lead-hand-overs.ts';
import { findPeople } from '../../../store/programmes.ts';
import type { Caller } from '../caller.ts';
import type { SharedApp } from '../team-app.ts';
import { listAllCohorts } from './cohorts.ts';
import { loadCohort } from './load-cohort.ts';

type CohortApp = Pick<SharedApp, 'store' | 'clock'>;
type HandOver = { readonly id: CohortId; readonly n: number };

/**
 * Asks somebody to lead a cohort: by its lead, or by an owner where the lead left or is no lead here any more. It takes the place of an
 * offer that is open. An owner who asks sees nothing of the cohort's years by that.
 */
export async function proposeNewLead(app: CohortApp, caller: Caller, id: CohortId, to: PersonId): Promise<Result<CohortList, Problem>> {
  const done = await app.store.as<void>(caller, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    const { lead, hasLead, leadHandOvers } = cohort.value;
    if (lead.id !== caller.person && (hasLead || caller.role !== 'owner'))
      return failed(
        problem('not-allowed', 'A cohort is handed over by its lead.', {
          why: 'An owner does it where the lead left, or is no lead here any more.',
          next: `Ask ${lead.name}.`,
        }),
      );
    if (to === lead.id) return failed(problem('bad-input', 'They lead it already.', { next: 'Choose somebody else.' }));
    if ((await findPeople(tx, [to])).length === 0)
      return failed(problem('not-found', 'Who should lead it is not in your organisation.', { next: 'Invite them first.' }));
    if (!(await mayLead(tx, to)))
      return failed(problem('not-allowed', 'They are no lead here.', { next: 'An owner makes them one on the page People; then ask them.' }));
    await proposeLead(tx, id, to, app.clock().toISOString());
    const asked = leadHandOvers.filter(({ state }) => state === 'proposed').map((open) => open.to.id);
    tx.tell([...new Set([caller.person, lead.id, to, ...asked])], 'changed', { cohort: id });
    return ok(undefined);
  });
  return done.ok ? listAllCohorts(app, caller) : done;
}

/** As who is asked. The cohort and its years are mine from this moment, and no more of who led them. */
export function acceptToLead(app: CohortApp, actor: Actor, of: HandOver): Promise<Result<CohortList, Problem>> {
  return settle(app, actor, of, async (tx, at) => (await acceptLead(tx, of.id, of.n, at)) && listWhoFollows(tx, of.id));
}

/** By whoever it names, without a reason. */
export function withdrawFromLeading(app: CohortApp, actor: Actor, of: HandOver): Promise<Result<CohortList, Problem>> {
  return settle(app, actor, of, async (tx, at) => (await withdrawLead(tx, of.id, of.n, at)) && []);
}

async function settle(
  app: CohortApp,
  actor: Actor,
  { id, n }: HandOver,
  work: (tx: Tx, at: string) => Promise<false | readonly string[]>,
): Promise<Result<CohortList, Problem>> {
  const done = await app.store.as<void>(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    const offer = cohort.value.leadHandOvers.find((each) => each.n === n);
    if (!offer) return failed(problem('not-found', 'There is no such offer, or it does not name you.', { next: 'Look at the programme page for yours.' }));
    const others = await work(tx, app.clock().toISOString());
    if (others === false) return failed(problem('conflict', 'This is settled already.', { next: 'Reload to see how.' }));
    tx.tell([...new Set([offer.from.id, offer.to.id, offer.proposedBy.id, ...others])], 'changed', { cohort: id });
    return ok(undefined);
  });
  return done.ok ? listAllCohorts(app, actor) : done;
}
