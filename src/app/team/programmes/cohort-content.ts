import type { CohortContent } from '../../../model/api/team/cohorts.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import type { ContentOverrides, ProgrammeContent } from '../../../model/team/programme-content.ts';
import { findCohort, listWhoFollows, saveContent } from '../../../store/cohorts.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import type { SharedApp } from '../team-app.ts';
import { loadCohort, loadMyCohort } from './load-cohort.ts';
import { applyEntries, mergeContent, toOverrides } from './merge-content.ts';

/** What a cohort works with, whoever asks; null where there is no such cohort here. */
export async function readProgrammeContent(tx: Tx, cohort: CohortId): Promise<ProgrammeContent | null> {
  const row = await findCohort(tx, cohort);
  return row && mergeContent(toOverrides(row.content), row.contentVersion);
}

export function showCohortContent({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: CohortId): Promise<Result<CohortContent, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    const overrides = toOverrides(cohort.value.content);
    return ok({ overrides, content: mergeContent(overrides, cohort.value.contentVersion) });
  });
}

/** Of a cohort I lead. `conflict` where somebody saved another version; `bad-input` where a changed entry would not be whole. */
export function saveCohortContent(
  { store }: Pick<SharedApp, 'store'>,
  actor: Actor,
  id: CohortId,
  { overrides, onVersion }: { overrides: ContentOverrides; onVersion: number },
): Promise<Result<CohortContent, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadMyCohort(tx, id);
    if (!cohort.ok) return cohort;
    const { misfits } = applyEntries(overrides, onVersion + 1);
    if (misfits.length > 0)
      return failed(
        problem('bad-input', 'An entry of the misconceptions would not be whole.', {
          why: misfits.map(({ path, message }) => `${path.map(String).join(' ')}: ${message}`).join(' '),
          next: 'Correct it and save again; nothing was changed.',
        }),
      );
    if (!(await saveContent(tx, id, overrides, onVersion)))
      return failed(
        problem('conflict', 'Somebody saved this content meanwhile.', {
          why: `It is version ${cohort.value.contentVersion} now, and yours was made from version ${onVersion}.`,
          next: 'Reload, and make your change again.',
        }),
      );
    tx.tell(await listWhoFollows(tx, id), 'changed', { cohort: id });
    return ok({ overrides, content: mergeContent(overrides, onVersion + 1) });
  });
}
