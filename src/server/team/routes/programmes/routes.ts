import { agreeToHandOver, proposeMyHandOver, withdrawFromHandOver } from '../../../../app/team/programmes/hand-overs.ts';
import { listProgrammes, showProgramme } from '../../../../app/team/programmes/list-programmes.ts';
import { prepareProgramme } from '../../../../app/team/programmes/make-programme.ts';
import { agreeToPlan, moveMyProgramme, saveMyPlan } from '../../../../app/team/programmes/move-programme.ts';
import { setMyCap, showMyLoad } from '../../../../app/team/programmes/preceptor-load.ts';
import {
  agreePlanSchema,
  makeProgrammeSchema,
  moveProgrammeSchema,
  ofHandOverSchema,
  ofProgrammeSchema,
  programmeListSchema,
  proposeHandOverSchema,
  savePlanSchema,
  setCapSchema,
} from '../../../../model/api/team/programmes.ts';
import { ownLoadSchema } from '../../../../model/team/preceptor-load.ts';
import { teamProgrammeSchema } from '../../../../model/team/programme.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const param = ofProgrammeSchema;

/** The year of a pair, as its two people and its lead see and move it. */
export const createProgrammeRoutes = ({ app }: Pick<TeamContext, 'app'>): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/programmes',
    may: 'member',
    handle: ({ c, caller }) => answer(c, programmeListSchema, listProgrammes(app, caller)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/programmes',
    may: 'lead',
    json: makeProgrammeSchema,
    handle: ({ c, caller, json }) => answer(c, teamProgrammeSchema, prepareProgramme(app, caller, json), 201),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/programmes/:id',
    may: 'member',
    param,
    handle: (call) => answer(call.c, teamProgrammeSchema, showProgramme(app, call.caller, call.param.id)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/programmes/:id/plan',
    may: 'member',
    param,
    json: savePlanSchema,
    handle: (call) => answer(call.c, teamProgrammeSchema, saveMyPlan(app, call.caller, call.param.id, call.json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/programmes/:id/agree',
    may: 'member',
    param,
    json: agreePlanSchema,
    handle: (call) => answer(call.c, teamProgrammeSchema, agreeToPlan(app, call.caller, call.param.id, call.json.version)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/programmes/:id/move',
    may: 'member',
    param,
    json: moveProgrammeSchema,
    handle: (call) => answer(call.c, teamProgrammeSchema, moveMyProgramme(app, call.caller, call.param.id, call.json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/programmes/:id/hand-overs',
    may: 'member',
    param,
    json: proposeHandOverSchema,
    handle: (call) => answer(call.c, programmeListSchema, proposeMyHandOver(app, call.caller, call.param.id, call.json), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/programmes/:id/hand-overs/:n/agree',
    may: 'member',
    param: ofHandOverSchema,
    handle: (call) => answer(call.c, programmeListSchema, agreeToHandOver(app, call.caller, { programme: call.param.id, n: call.param.n })),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/programmes/:id/hand-overs/:n/withdraw',
    may: 'member',
    param: ofHandOverSchema,
    handle: (call) => answer(call.c, programmeListSchema, withdrawFromHandOver(app, call.caller, { programme: call.param.id, n: call.param.n })),
  }),
  defineRoute({ method: 'GET', path: '/api/team/preceptor-load', may: 'member', handle: ({ c, caller }) => answer(c, ownLoadSchema, showMyLoad(app, caller)) }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/preceptor-load/cap',
    may: 'member',
    json: setCapSchema,
    handle: ({ c, caller, json }) => answer(c, ownLoadSchema, setMyCap(app, caller, json.hoursAWeek)),
  }),
];
