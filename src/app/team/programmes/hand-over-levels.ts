import type { ChooseHandOverLevels, HandOverLevels } from '../../../model/team/hand-over-level.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { listLevelsToHandOver, listShownLevels, showLevels } from '../../../store/hand-over-levels.ts';
import { findHandOver } from '../../../store/hand-overs.ts';
import { readRecordClock } from '../sign-offs/record-clock.ts';
import type { SharedApp } from '../team-app.ts';

type ProgrammeApp = Pick<SharedApp, 'store' | 'clock'>;
type HandOver = { readonly programme: ProgrammeId; readonly n: number };

/** What of my levels I could show to who comes as my next preceptor, and what I show. */
export function showMyHandOverLevels(app: ProgrammeApp, actor: Actor, of: HandOver): Promise<Result<HandOverLevels, Problem>> {
  return app.store.as(actor, async (tx) => {
    const offered = await listLevelsToHandOver(tx, of, (await readRecordClock(app, tx)).now);
    return offered ? ok({ offered, shown: await listShownLevels(tx, of) }) : failed(notMine());
  });
}

/** Shows these and no others. They are as they stand now: which is the preceptee's choice, how high is not. */
export function chooseHandOverLevels(app: ProgrammeApp, actor: Actor, of: HandOver, chosen: ChooseHandOverLevels): Promise<Result<HandOverLevels, Problem>> {
  return app.store.as(actor, async (tx) => {
    const { now } = await readRecordClock(app, tx);
    const found = await findHandOver(tx, of.programme, of.n);
    if (!found || !(await showLevels(tx, of, chosen, now))) return failed(notMine());
    tx.tell([found.preceptee, found.to], 'changed', { programme: of.programme });
    return ok({ offered: (await listLevelsToHandOver(tx, of, now)) ?? [], shown: await listShownLevels(tx, of) });
  });
}

const notMine = (): Problem =>
  problem('not-found', 'There is no such hand-over of yours.', {
    why: 'Levels are the preceptee’s to show, while it is not called off.',
    next: 'Nothing was shown.',
  });
