import type { ContentVersion, ContentVersionList } from '../../../model/api/team/cohort-content.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { listEntries, listFieldChanges, toContentFields } from '../../../model/team/content-fields.ts';
import type { CohortId } from '../../../model/team/ids.ts';
import { findContentVersion, listContentVersions, type ContentVersionRow } from '../../../store/cohort-content.ts';
import type { Actor } from '../../../store/connect-store.ts';
import type { SharedApp } from '../team-app.ts';
import { loadCohort } from './load-cohort.ts';
import { mergeContent, toOverrides } from './merge-content.ts';

/** As many as anybody goes back. */
const SHOWN = 50;

const toFields = (content: unknown) => toContentFields(mergeContent(toOverrides(content), 0));

/** Who saved which version when, and in which entries it differs from the one before; for the lead and the people of the cohort. */
export function listVersions({ store }: Pick<SharedApp, 'store'>, actor: Actor, id: CohortId): Promise<Result<ContentVersionList, Problem>> {
  return store.as(actor, async (tx) => {
    const cohort = await loadCohort(tx, id);
    if (!cohort.ok) return cohort;
    const rows = await listContentVersions(tx, id, SHOWN + 1);
    const versions = rows.slice(0, SHOWN).map((row, index) => describe(row, rows[index + 1]?.content ?? {}));
    return ok({ versions });
  });
}

function describe({ version, by, at, fromVersion, content }: ContentVersionRow, before: unknown) {
  return { version, by, at, fromVersion, changed: listEntries(listFieldChanges(toFields(before), toFields(content))) };
}

/** One version whole, to look at before it is brought back. */
export function showVersion(
  { store }: Pick<SharedApp, 'store'>,
  actor: Actor,
  { id, version }: { id: CohortId; version: number },
): Promise<Result<ContentVersion, Problem>> {
  return store.as(actor, async (tx) => {
    const row = await findContentVersion(tx, id, version);
    if (!row) return failed(problem('not-found', 'There is no such version here.', { next: 'Reload to see which there are.' }));
    return ok({ version, content: mergeContent(toOverrides(row.content), version) });
  });
}
