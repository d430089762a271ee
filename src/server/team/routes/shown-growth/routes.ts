import { z } from 'zod';
import { contestShownBelief, listMyShown, showToPartner, withdrawShown } from '../../../../app/team/shown/show-to-partner.ts';
import { contestShownSchema, showGrowthSchema, shownGrowthListSchema, shownGrowthSchema } from '../../../../model/api/team/shown-growth.ts';
import { shownIdSchema } from '../../../../model/team/ids.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofShown = z.object({ id: shownIdSchema });

/** What people chose to show their partner of their growth. */
export const createShownGrowthRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/shown-growth',
    may: 'member',
    handle: ({ c, caller }) => answer(c, shownGrowthListSchema, listMyShown(app, caller)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/shown-growth',
    may: 'member',
    json: showGrowthSchema,
    handle: ({ c, caller, json }) => answer(c, shownGrowthSchema, showToPartner(app, caller, json), 201),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/team/shown-growth/:id',
    may: 'member',
    param: ofShown,
    handle: ({ c, caller, param }) => answerDone(c, withdrawShown(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/shown-growth/:id/contest',
    may: 'member',
    param: ofShown,
    json: contestShownSchema,
    handle: ({ c, caller, param, json }) => answer(c, shownGrowthSchema, contestShownBelief(app, caller, param.id, json.why)),
  }),
];
