import { z } from 'zod';
import { listMyRatings, lookAtMyRatings, rateRound, showRoundRatings } from '../../../../app/team/ratings/rate-round.ts';
import { giveRatingSchema, lookAtRatingsSchema, ratingListSchema, roundRatingsSchema } from '../../../../model/api/team/ratings.ts';
import { roundIdSchema } from '../../../../model/round.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofRound = z.object({ id: roundIdSchema });

/** What people say of each other and of themselves after a round. */
export const createRatingRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({ method: 'GET', path: '/api/team/ratings', may: 'member', handle: ({ c, caller }) => answer(c, ratingListSchema, listMyRatings(app, caller)) }),
  defineRoute({
    method: 'GET',
    path: '/api/team/rounds/:id/ratings',
    may: 'member',
    param: ofRound,
    handle: ({ c, caller, param }) => answer(c, roundRatingsSchema, showRoundRatings(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/rounds/:id/ratings',
    may: 'member',
    param: ofRound,
    json: giveRatingSchema,
    handle: ({ c, caller, param, json }) => answer(c, roundRatingsSchema, rateRound(app, caller, param.id, json), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/rounds/:id/ratings/look',
    may: 'member',
    param: ofRound,
    json: lookAtRatingsSchema,
    handle: ({ c, caller, param, json }) => answer(c, roundRatingsSchema, lookAtMyRatings(app, caller, param.id, json.activity)),
  }),
];
