import type { OwnContent } from '../../../model/api/team/cohort-content.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { findOwnContent } from '../../../store/cohort-content.ts';
import type { Actor } from '../../../store/connect-store.ts';
import type { SharedApp } from '../team-app.ts';
import { mergeContent, toOverrides } from './merge-content.ts';

/** What the cohort of my own running year changed, and how activities are called there; what comes with Rounds where I am in none. */
export function showOwnContent({ store }: Pick<SharedApp, 'store'>, actor: Actor): Promise<Result<OwnContent, Problem>> {
  return store.as(actor, async (tx) => {
    const row = await findOwnContent(tx);
    const overrides = toOverrides(row?.content ?? {});
    const { names, levels } = mergeContent(overrides, row?.version ?? 0);
    return ok({ of: row && { cohort: row.cohort, version: row.version, overrides }, words: { names, levels } });
  });
}
