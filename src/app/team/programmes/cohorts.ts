import type { ChangeCohort, CohortList } from '../../../model/api/team/cohorts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { isAtLeast } from '../../../model/team-role.ts';
import type { Cohort } from '../../../model/team/cohort.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import { endCohort, listCohorts, listWhoFollows, makeCohort, updateCohort } from '../../../store/cohorts.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import type { Caller } from '../caller.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { loadCohort, loadMyCohort } from './load-cohort.ts';

type CohortApp = Pick<SharedApp, 'store' | 'clock'>;

export function listAllCohorts({ store }: Pick<SharedApp, 'store'>, actor: Actor): Promise<Result<CohortList, Problem>> {
  return store.as(actor, async (tx) => ok({ cohorts: await listCohorts(tx) }));
}

/** With me as its lead, who has to be a lead or owner of the organisation. */
export async function makeMyCohort({ store, clock }: CohortApp, caller: Caller, name: string): Promise<Result<Cohort, Problem>> {
  if (!isAtLeast(caller.role, 'lead')) return failed(problem('not-allowed', 'Leads and owners make cohorts.', { next: 'Ask an owner of your organisation.' }));
  return store.as(caller, async (tx) => {
    const id = makeId<CohortId>('h');
    await makeCohort(tx, { id, name, at: clock().toISOString() });
    return loadCohort(tx, id);
  });
}

/** Of one I lead. Years that were prepared keep the goal and the policy they were prepared with: people agreed to those. */
export function changeMyCohort({ store }: CohortApp, actor: Actor, id: CohortId, to: ChangeCohort): Promise<Result<Cohort, Problem>> {
  return change(store, actor, id, (tx) => updateCohort(tx, id, to));
}

/** Nothing new begins in it; what runs goes on. */
export function endMyCohort({ store, clock }: CohortApp, actor: Actor, id: CohortId): Promise<Result<Cohort, Problem>> {
  return change(store, actor, id, (tx) => endCohort(tx, id, clock().toISOString()));
}

function change(store: SharedApp['store'], actor: Actor, id: CohortId, work: (tx: Tx) => Promise<boolean>): Promise<Result<Cohort, Problem>> {
  return store.as(actor, async (tx) => {
    const mine = await loadMyCohort(tx, id);
    if (!mine.ok) return mine;
    if (!(await work(tx))) return failed(problem('conflict', 'This cohort changed meanwhile.', { next: 'Reload to see where it stands.' }));
    tx.tell(await listWhoFollows(tx, id), 'changed', { cohort: id });
    return loadCohort(tx, id);
  });
}
