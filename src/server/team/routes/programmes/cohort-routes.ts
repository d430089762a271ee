import {
  cohortListSchema,
  cohortLoadSchema,
  changeCohortSchema,
  makeCohortSchema,
  matchProfileAnswerSchema,
  ofCohortSchema,
  ofLeadHandOverSchema,
  proposeLeadSchema,
  suggestionListSchema,
} from '../../../../model/api/team/cohorts.ts';
import { cohortSchema, ownMatchProfileSchema } from '../../../../model/team/cohort.ts';
import { changeMyCohort, endMyCohort, listAllCohorts, makeMyCohort } from '../../../../app/team/programmes/cohorts.ts';
import { acceptToLead, proposeNewLead, withdrawFromLeading } from '../../../../app/team/programmes/lead-hand-overs.ts';
import { saveMyProfile, showMyProfile, withdrawMyProfile } from '../../../../app/team/programmes/match-profiles.ts';
import { showCohortLoad } from '../../../../app/team/programmes/preceptor-load.ts';
import { suggestForCohort } from '../../../../app/team/programmes/suggest-for-cohort.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const param = ofCohortSchema;

/** Cohorts and who leads them, who offers to take part, who might work with whom, and how much preceptors carry. Whose a cohort is, the use cases ask. */
export const createCohortRoutes = ({ app }: Pick<TeamContext, 'app'>): readonly TeamRoute[] => [
  defineRoute({ method: 'GET', path: '/api/team/cohorts', may: 'member', handle: ({ c, caller }) => answer(c, cohortListSchema, listAllCohorts(app, caller)) }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cohorts',
    may: 'lead',
    json: makeCohortSchema,
    handle: ({ c, caller, json }) => answer(c, cohortSchema, makeMyCohort(app, caller, json.name), 201),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/cohorts/:id',
    may: 'lead',
    param,
    json: changeCohortSchema,
    handle: (call) => answer(call.c, cohortSchema, changeMyCohort(app, call.caller, call.param.id, call.json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cohorts/:id/end',
    may: 'lead',
    param,
    handle: (call) => answer(call.c, cohortSchema, endMyCohort(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cohorts/:id/lead',
    may: 'lead',
    param,
    json: proposeLeadSchema,
    handle: (call) => answer(call.c, cohortListSchema, proposeNewLead(app, call.caller, call.param.id, call.json.to)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cohorts/:id/lead/:n/accept',
    may: 'lead',
    param: ofLeadHandOverSchema,
    handle: (call) => answer(call.c, cohortListSchema, acceptToLead(app, call.caller, call.param)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cohorts/:id/lead/:n/withdraw',
    may: 'member',
    param: ofLeadHandOverSchema,
    handle: (call) => answer(call.c, cohortListSchema, withdrawFromLeading(app, call.caller, call.param)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/profile',
    may: 'member',
    param,
    handle: (call) => answer(call.c, matchProfileAnswerSchema, showMyProfile(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/cohorts/:id/profile',
    may: 'member',
    param,
    json: ownMatchProfileSchema,
    handle: (call) => answer(call.c, matchProfileAnswerSchema, saveMyProfile(app, call.caller, call.param.id, call.json)),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/team/cohorts/:id/profile',
    may: 'member',
    param,
    handle: (call) => answerDone(call.c, withdrawMyProfile(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/suggestions',
    may: 'lead',
    param,
    handle: (call) => answer(call.c, suggestionListSchema, suggestForCohort(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cohorts/:id/load',
    may: 'lead',
    param,
    handle: (call) => answer(call.c, cohortLoadSchema, showCohortLoad(app, call.caller, call.param.id)),
  }),
];
