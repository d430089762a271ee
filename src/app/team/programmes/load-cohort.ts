import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import { findCohort, type CohortRow } from '../../../store/cohorts.ts';
import type { Tx } from '../../../store/connect-store.ts';

export async function loadCohort(tx: Tx, id: CohortId): Promise<Result<CohortRow, Problem>> {
  const cohort = await findCohort(tx, id);
  return cohort ? ok(cohort) : failed(problem('not-found', 'There is no such cohort here.', { next: 'Look for it on the programme page.' }));
}

/** A cohort I lead. */
export async function loadLedCohort(tx: Tx, id: CohortId): Promise<Result<CohortRow, Problem>> {
  const cohort = await loadCohort(tx, id);
  if (!cohort.ok) return cohort;
  if (cohort.value.lead.id !== tx.actor.person) return failed(problem('not-allowed', 'Only its lead does this.', { next: `Ask ${cohort.value.lead.name}.` }));
  return cohort;
}

/** A cohort I lead, and that goes on. */
export async function loadMyCohort(tx: Tx, id: CohortId): Promise<Result<CohortRow, Problem>> {
  const cohort = await loadLedCohort(tx, id);
  if (!cohort.ok) return cohort;
  if (cohort.value.endedAt !== null)
    return failed(problem('conflict', 'This cohort has ended.', { why: 'Its years go on; nothing new begins in it.', next: 'Make another cohort.' }));
  return cohort;
}
