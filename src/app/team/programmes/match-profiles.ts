import type { MatchProfileAnswer } from '../../../model/api/team/cohorts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { ownMatchProfileSchema, type OwnMatchProfile } from '../../../model/team/cohort.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { deleteMatchProfile, readMatchProfile, saveMatchProfile } from '../../../store/match-profiles.ts';
import type { SharedApp } from '../team-app.ts';
import { loadCohort } from './load-cohort.ts';

export function showMyProfile({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: CohortId): Promise<Result<MatchProfileAnswer, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    const kept = await readMatchProfile(tx, id);
    return ok({ profile: kept && ownMatchProfileSchema.parse({ ...(kept.body as object), takesPartAs: kept.takesPartAs }) });
  });
}

export function saveMyProfile(
  { store, clock }: Pick<SharedApp, 'store' | 'clock'>,
  actor: Actor,
  id: CohortId,
  profile: OwnMatchProfile,
): Promise<Result<MatchProfileAnswer, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    if (cohort.value.endedAt !== null) return failed(problem('conflict', 'This cohort has ended.', { next: 'Choose another, or ask a lead to make one.' }));
    await saveMatchProfile(tx, id, profile, clock().toISOString());
    tx.tell([cohort.value.lead.id], 'changed', { cohort: id });
    return ok({ profile });
  });
}

/** Deletes all of it. */
export function withdrawMyProfile({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: CohortId): Promise<Result<void, Problem>> {
  return store.as<void>(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    if (!(await deleteMatchProfile(tx, id)))
      return failed(problem('not-found', 'You have not offered to take part in this cohort.', { next: 'Nothing was changed.' }));
    tx.tell([cohort.value.lead.id], 'changed', { cohort: id });
    return ok(undefined);
  });
}
