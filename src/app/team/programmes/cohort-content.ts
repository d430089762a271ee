import type { CohortContent, SaveContent } from '../../../model/api/team/cohort-content.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import { contentOverridesSchema, type ContentOverrides, type ProgrammeContent } from '../../../model/team/programme-content.ts';
import { findContentVersion, saveContent } from '../../../store/cohort-content.ts';
import { findCohort, listWhoFollows } from '../../../store/cohorts.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import type { SharedApp } from '../team-app.ts';
import { loadCohort, loadMyCohort } from './load-cohort.ts';
import { applyEntries, mergeContent, toOverrides } from './merge-content.ts';

type ContentApp = Pick<SharedApp, 'store' | 'clock'>;

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
export function saveCohortContent(app: ContentApp, actor: Actor, id: CohortId, { overrides, onVersion }: SaveContent): Promise<Result<CohortContent, Problem>> {
  return app.store.as(actor, (tx) => save(app, tx, id, { overrides, onVersion, fromVersion: null }));
}

/** Saves what an earlier version said, or what comes with Rounds (0), as the next version: what was between them stays in the history. */
export function bringContentBack(
  app: ContentApp,
  actor: Actor,
  id: CohortId,
  { version, onVersion }: { version: number; onVersion: number },
): Promise<Result<CohortContent, Problem>> {
  return app.store.as(actor, async (tx) => {
    const mine = await loadMyCohort(tx, id);
    if (!mine.ok) return mine;
    const earlier = version === 0 ? { content: {} } : await findContentVersion(tx, id, version);
    if (!earlier) return failed(problem('not-found', 'There is no such version of this cohort’s content.', { next: 'Reload to see which there are.' }));
    const parsed = contentOverridesSchema.safeParse(earlier.content);
    if (!parsed.success) return failed(problem('bad-input', 'This version was written for another Rounds, and does not fit this one.'));
    return save(app, tx, id, { overrides: parsed.data, onVersion, fromVersion: version });
  });
}

async function save(
  { clock }: ContentApp,
  tx: Tx,
  id: CohortId,
  { overrides, onVersion, fromVersion }: SaveContent & { fromVersion: number | null },
): Promise<Result<CohortContent, Problem>> {
  const cohort = await loadMyCohort(tx, id);
  if (!cohort.ok) return cohort;
  const refusal = whyNotWhole(overrides, onVersion + 1);
  if (refusal) return failed(refusal);
  const version = await saveContent(tx, id, { content: overrides, onVersion, fromVersion, at: clock().toISOString() });
  if (version === null)
    return failed(
      problem('conflict', 'Somebody saved this content meanwhile.', {
        why: `It is version ${cohort.value.contentVersion} now, and yours was made from version ${onVersion}.`,
        next: 'Look at what changed, and save yours over it.',
      }),
    );
  tx.tell(await listWhoFollows(tx, id), 'changed', { cohort: id });
  return ok({ overrides, content: mergeContent(overrides, version) });
}

function whyNotWhole(overrides: ContentOverrides, version: number): Problem | null {
  const { misfits } = applyEntries(overrides, version);
  if (misfits.length === 0) return null;
  return problem('bad-input', 'An entry of the misconceptions would not be whole.', {
    why: misfits
      .map(({ path, message }) => `${overrides.misconceptions[Number(path[1])]?.id ?? ''} ${path.slice(2).map(String).join(' ')}: ${message}`)
      .join(' '),
    next: 'Correct it and save again; nothing was changed.',
  });
}
