import type { CaseReview } from '../../../model/api/team/sign-offs.ts';
import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import { isRevealed } from '../../../rounds/round-progress.ts';
import { findSignedLevels } from '../../../programme/sign-off/find-signed-levels.ts';
import { readCase } from '../../../store/cases.ts';
import { listRoundsOfCase } from '../../../store/rounds.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { readOwnChain, readShownRecord } from '../../../store/sign-offs.ts';
import { listActivities } from '../cases/list-activities.ts';
import { noSuchCase } from '../cases/show-case.ts';
import type { SharedApp } from '../team-app.ts';
import { readRecordClock } from './record-clock.ts';
import { readNames, toHeldLevel } from './show-sign-off.ts';

/**
 * How much of this case's owner's work is looked at, by what is signed for them now in the activities of the case. To themselves,
 * and to a partner they show the activity to; to everyone else nothing, which looks like nothing signed.
 */
export function showCaseReview(app: SharedApp, actor: Actor, id: CaseId): Promise<Result<CaseReview, Problem>> {
  return app.store.as(actor, async (tx) => {
    const stored = await readCase(tx, id);
    if (!stored) return failed(noSuchCase());
    // Which activities matter says something of how it ended, also to its owner, who may still judge it.
    if (!(await listRoundsOfCase(tx, id)).some(isRevealed)) return ok({ depths: [] });
    const activities = await listActivities(app, tx, stored);
    if (!activities.ok) return activities;
    const records = stored.owner === actor.person ? await readOwnChain(tx) : await readShownRecord(tx, stored.owner);
    const held = findSignedLevels(stored.owner, records, (await readRecordClock(app, tx)).now);
    const nameOf = await readNames(tx, [stored.owner]);
    return ok({
      depths: held
        .filter(({ activity }) => activities.value.includes(activity))
        .map((level) => ({ ...toHeldLevel(level, nameOf), person: stored.owner, name: nameOf(stored.owner) })),
    });
  });
}
