import type { OwnSurveys, SurveyCounts } from '../../../model/api/team/surveys.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CohortId, ProgrammeId } from '../../../model/team/ids.ts';
import { SURVEY_MONTHS, type OwnSurvey, type SurveyMonth } from '../../../model/team/survey.ts';
import type { SurveyItem } from '../../../programme/survey/survey-items.ts';
import { planYear } from '../../../programme/year/plan-year.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import {
  countSurvey,
  insertSurveyAnswer,
  listOwnProgrammeDates,
  listOwnSurveyAnswers,
  type ProgrammeDates,
  type SurveyValues,
} from '../../../store/surveys.ts';
import { readProgrammeContent } from '../programmes/cohort-content.ts';
import type { SharedApp } from '../team-app.ts';
import { toItemCounts, whyNotAnswered } from './item-values.ts';

/** How long before its day a survey can be answered. */
const OPEN_MS = 14 * 86_400_000;

/** Those of my own programmes, with what I answered. */
export function listMySurveys(app: SharedApp, actor: Actor): Promise<Result<OwnSurveys, Problem>> {
  return app.store.as(actor, async (tx) => ok({ surveys: await listSurveys(app, tx) }));
}

/** Once each; it cannot be changed, since others may have been counted with it. */
export function answerSurvey(
  app: SharedApp,
  actor: Actor,
  given: { programme: ProgrammeId; month: SurveyMonth; values: SurveyValues },
): Promise<Result<OwnSurveys, Problem>> {
  return app.store.as(actor, async (tx) => {
    const survey = (await listSurveys(app, tx)).find(({ programme, month }) => programme === given.programme && month === given.month);
    if (!survey) return failed(problem('not-found', 'There is no such survey of yours.', { next: 'Reload to see which are open.' }));
    if (!survey.isOpen) return failed(problem('conflict', 'This survey is not open yet.', { why: `It is due on ${survey.dueAt.slice(0, 10)}.` }));
    const refusal = whyNotAnswered(survey.items, given.values);
    if (refusal) return failed(refusal);
    await insertSurveyAnswer(tx, { programme: given.programme, month: given.month, items: given.values, cohort: survey.cohort });
    return ok({ surveys: await listSurveys(app, tx) });
  });
}

/** What a cohort said, in fives and without names. */
export function showSurveyCounts(app: SharedApp, actor: Actor, cohort: CohortId, month: SurveyMonth): Promise<Result<SurveyCounts, Problem>> {
  return app.store.as(actor, async (tx) => ok(toItemCounts(await readItems(tx, cohort), await countSurvey(tx, cohort, month))));
}

async function listSurveys(app: SharedApp, tx: Tx): Promise<OwnSurvey[]> {
  const answers = await listOwnSurveyAnswers(tx);
  const now = app.clock().getTime();
  const programmes = await listOwnProgrammeDates(tx);
  const itemsByCohort = new Map<CohortId, SurveyItem[]>();
  for (const { cohort } of programmes) if (!itemsByCohort.has(cohort)) itemsByCohort.set(cohort, await readItems(tx, cohort));
  return programmes.flatMap((programme) =>
    SURVEY_MONTHS.map((month) => {
      const dueAt = findSurveyDay(programme, month);
      return {
        programme: programme.id,
        cohort: programme.cohort,
        iAm: programme.preceptee === tx.actor.person ? 'preceptee' : 'preceptor',
        month,
        dueAt,
        items: itemsByCohort.get(programme.cohort) ?? [],
        isOpen: now >= Date.parse(dueAt) - OPEN_MS,
        answered: answers.find((each) => each.programme === programme.id && each.month === month)?.items ?? null,
      };
    }),
  );
}

/** What a cohort is asked: its own statements, or those that come with Rounds. */
const readItems = async (tx: Tx, cohort: CohortId): Promise<SurveyItem[]> => (await readProgrammeContent(tx, cohort))?.surveyItems ?? [];

function findSurveyDay({ startsAt, months, pauses }: ProgrammeDates, month: SurveyMonth): string {
  return planYear({ startsAt, months, pauses }).find((milestone) => milestone.kind === 'survey' && milestone.month === month)?.at ?? startsAt;
}
