import { z } from 'zod';
import { leaveMyPair, listMyPairs, makeMyPair } from '../../../../app/team/pairs/pairs.ts';
import { makePairSchema, pairListSchema } from '../../../../model/api/team/pairs.ts';
import { pairIdSchema } from '../../../../model/team/ids.ts';
import { pairSchema } from '../../../../model/team/pair.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofPair = z.object({ id: pairIdSchema });

/** Who works with whom: people make and leave their own pairs. */
export const createPairRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({ method: 'GET', path: '/api/team/pairs', may: 'member', handle: ({ c, caller }) => answer(c, pairListSchema, listMyPairs(app, caller)) }),
  defineRoute({
    method: 'POST',
    path: '/api/team/pairs',
    may: 'member',
    json: makePairSchema,
    handle: ({ c, caller, json }) => answer(c, pairSchema, makeMyPair(app, caller, json), 201),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/team/pairs/:id',
    may: 'member',
    param: ofPair,
    handle: ({ c, caller, param }) => answerDone(c, leaveMyPair(app, caller, param.id)),
  }),
];
