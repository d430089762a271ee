import { z } from 'zod';
import { confirmProtectedTime, offerProtectedTime, showProtectedTime, takeBackProtectedTime } from '../../../../app/team/protected-time/protected-time.ts';
import { offerTimeSchema, protectedTimeQuerySchema, protectedTimeViewSchema } from '../../../../model/api/team/protected-time.ts';
import { protectedTimeIdSchema } from '../../../../model/team/ids.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofTime = z.object({ id: protectedTimeIdSchema });

/** Time kept for the pair: one of the two offers it, the other confirms. Each change answers with all of it. */
export const createProtectedTimeRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/protected-time',
    may: 'member',
    query: protectedTimeQuerySchema,
    handle: ({ c, caller, query }) => answer(c, protectedTimeViewSchema, showProtectedTime(app, caller, query.programme)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/protected-time',
    may: 'member',
    json: offerTimeSchema,
    handle: ({ c, caller, json }) => answer(c, protectedTimeViewSchema, offerProtectedTime(app, caller, json), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/protected-time/:id/confirm',
    may: 'member',
    param: ofTime,
    handle: ({ c, caller, param }) => answer(c, protectedTimeViewSchema, confirmProtectedTime(app, caller, param.id)),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/team/protected-time/:id',
    may: 'member',
    param: ofTime,
    handle: ({ c, caller, param }) => answer(c, protectedTimeViewSchema, takeBackProtectedTime(app, caller, param.id)),
  }),
];
