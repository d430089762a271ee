import { listRatings, openRatings, ratePreceptor } from '../../../../app/team/surveys/preceptor-ratings.ts';
import { answerSurvey, listMySurveys, showSurveyCounts } from '../../../../app/team/surveys/surveys.ts';
import {
  answerSurveySchema,
  openRatingsSchema,
  ownSurveysSchema,
  preceptorRatingsSchema,
  ratePreceptorSchema,
  surveyCountsSchema,
  surveyQuerySchema,
} from '../../../../model/api/team/surveys.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

/** What people say of the programme and of preceptors: singly to themselves, in fives to others. */
export const createSurveyRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({ method: 'GET', path: '/api/team/surveys', may: 'member', handle: ({ c, caller }) => answer(c, ownSurveysSchema, listMySurveys(app, caller)) }),
  defineRoute({
    method: 'POST',
    path: '/api/team/surveys',
    may: 'member',
    json: answerSurveySchema,
    handle: ({ c, caller, json }) => answer(c, ownSurveysSchema, answerSurvey(app, caller, json), 201),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/surveys/counts',
    may: 'member',
    query: surveyQuerySchema,
    handle: ({ c, caller, query }) => answer(c, surveyCountsSchema, showSurveyCounts(app, caller, query.cohort, query.month)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/preceptor-ratings',
    may: 'member',
    handle: ({ c, caller }) => answer(c, preceptorRatingsSchema, listRatings(app, caller)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/preceptor-ratings',
    may: 'member',
    json: ratePreceptorSchema,
    handle: ({ c, caller, json }) => answer(c, preceptorRatingsSchema, ratePreceptor(app, caller, json), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/preceptor-ratings/open',
    may: 'member',
    json: openRatingsSchema,
    handle: ({ c, caller, json }) => answer(c, preceptorRatingsSchema, openRatings(app, caller, json.programme)),
  }),
];
