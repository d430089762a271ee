import type { PreceptorRatings } from '../../../model/api/team/surveys.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ProgrammeId } from '../../../model/team/ids.ts';
import { PRECEPTOR_ITEMS } from '../../../programme/survey/survey-items.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import {
  countOwnRatings,
  insertPreceptorRating,
  listOwnProgrammeDates,
  listPreceptorRatings,
  openPreceptorRatings,
  type SurveyValues,
} from '../../../store/surveys.ts';
import type { SharedApp } from '../team-app.ts';
import { toItemCounts, whyNotAnswered } from './item-values.ts';

const MONTH_MS = (365.25 / 12) * 86_400_000;

/** Those I gave, those of me that both opened, and what all said of me once five did. */
export function listRatings(app: SharedApp, actor: Actor): Promise<Result<PreceptorRatings, Problem>> {
  return app.store.as(actor, async (tx) => ok(await show(tx)));
}

/** What I say of my preceptor, once a month of the programme. Nobody reads it singly unless both chose to talk about it. */
export function ratePreceptor(
  app: SharedApp,
  actor: Actor,
  given: { programme: ProgrammeId; values: SurveyValues; words: string; open: boolean },
): Promise<Result<PreceptorRatings, Problem>> {
  return app.store.as(actor, async (tx) => {
    const refusal = whyNotAnswered(PRECEPTOR_ITEMS, given.values);
    if (refusal) return failed(refusal);
    const programme = (await listOwnProgrammeDates(tx)).find(({ id }) => id === given.programme);
    if (!programme || programme.preceptee !== actor.person)
      return failed(problem('not-found', 'You have no such programme as a preceptee.', { next: 'Only the preceptee says this, of their preceptor now.' }));
    const now = app.clock();
    const month = Math.max(0, Math.floor((now.getTime() - Date.parse(programme.startsAt)) / MONTH_MS));
    await insertPreceptorRating(tx, {
      programme: given.programme,
      preceptor: programme.preceptor,
      month,
      values: given.values,
      words: given.words,
      openedAt: given.open ? now.toISOString() : null,
    });
    return ok(await show(tx));
  });
}

/** My side of talking about it openly. Whether the other opened theirs, or gave anything, is not told. */
export function openRatings(app: SharedApp, actor: Actor, programme: ProgrammeId): Promise<Result<PreceptorRatings, Problem>> {
  return app.store.as(actor, async (tx) => {
    await openPreceptorRatings(tx, programme, app.clock().toISOString());
    return ok(await show(tx));
  });
}

async function show(tx: Tx): Promise<PreceptorRatings> {
  return { items: [...PRECEPTOR_ITEMS], ratings: await listPreceptorRatings(tx), ofMe: toItemCounts(PRECEPTOR_ITEMS, await countOwnRatings(tx)) };
}
