import { z } from 'zod';
import { chooseHandOverLevels, showMyHandOverLevels } from '../../../../app/team/programmes/hand-over-levels.ts';
import { chooseHandOverLevelsSchema, handOverLevelsSchema } from '../../../../model/team/hand-over-level.ts';
import { programmeIdSchema } from '../../../../model/team/ids.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const path = '/api/team/programmes/:id/hand-overs/:n/levels';
const ofHandOver = z.object({ id: programmeIdSchema, n: z.coerce.number().int().min(1) });

/** What a preceptee shows of their levels to who comes as their next preceptor. */
export const createHandOverLevelRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path,
    may: 'member',
    param: ofHandOver,
    handle: ({ c, caller, param }) => answer(c, handOverLevelsSchema, showMyHandOverLevels(app, caller, { programme: param.id, n: param.n })),
  }),
  defineRoute({
    method: 'PUT',
    path,
    may: 'member',
    param: ofHandOver,
    json: chooseHandOverLevelsSchema,
    handle: ({ c, caller, param, json }) => answer(c, handOverLevelsSchema, chooseHandOverLevels(app, caller, { programme: param.id, n: param.n }, json)),
  }),
];
