import { z } from 'zod';
import { answerInCohort, sayInCohort } from '../../../../app/team/grand-rounds/answer-grand-round.ts';
import { agreeToGrandRound, offerToCohort, previewGrandRound, withdrawFromCohort } from '../../../../app/team/grand-rounds/offer-grand-round.ts';
import { listMyGrandRounds, showGrandRound } from '../../../../app/team/grand-rounds/show-grand-round.ts';
import {
  agreeGrandRoundSchema,
  grandRoundListSchema,
  grandRoundPreviewSchema,
  offerGrandRoundSchema,
  previewGrandRoundSchema,
  sayInGrandRoundSchema,
} from '../../../../model/api/team/grand-rounds.ts';
import { judgementSchema } from '../../../../model/judgement.ts';
import { grandRoundSchema } from '../../../../model/team/grand-round.ts';
import { grandRoundIdSchema } from '../../../../model/team/ids.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofGrandRound = z.object({ id: grandRoundIdSchema });

/** A case offered to a cohort: everyone judges blind, one reveal without names, one discussion. */
export const createGrandRoundRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/grand-rounds',
    may: 'member',
    handle: ({ c, caller }) => answer(c, grandRoundListSchema, listMyGrandRounds(app, caller)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds/preview',
    may: 'member',
    json: previewGrandRoundSchema,
    handle: ({ c, caller, json }) => answer(c, grandRoundPreviewSchema, previewGrandRound(app, caller, json.case)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds',
    may: 'member',
    json: offerGrandRoundSchema,
    handle: ({ c, caller, json }) => answer(c, grandRoundSchema, offerToCohort(app, caller, json), 201),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/grand-rounds/:id',
    may: 'member',
    param: ofGrandRound,
    handle: ({ c, caller, param }) => answer(c, grandRoundSchema, showGrandRound(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds/:id/agree',
    may: 'member',
    param: ofGrandRound,
    json: agreeGrandRoundSchema,
    handle: ({ c, caller, param, json }) => answer(c, grandRoundSchema, agreeToGrandRound(app, caller, param.id, json.days)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds/:id/withdraw',
    may: 'member',
    param: ofGrandRound,
    handle: ({ c, caller, param }) => answerDone(c, withdrawFromCohort(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds/:id/seal',
    may: 'member',
    param: ofGrandRound,
    json: judgementSchema,
    handle: ({ c, caller, param, json }) => answer(c, grandRoundSchema, answerInCohort(app, caller, param.id, json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds/:id/pass',
    may: 'member',
    param: ofGrandRound,
    handle: ({ c, caller, param }) => answer(c, grandRoundSchema, answerInCohort(app, caller, param.id, null)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/grand-rounds/:id/messages',
    may: 'member',
    param: ofGrandRound,
    json: sayInGrandRoundSchema,
    handle: ({ c, caller, param, json }) => answer(c, grandRoundSchema, sayInCohort(app, caller, param.id, json.body)),
  }),
];
