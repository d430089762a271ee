import { z } from 'zod';
import { showMyWeeks, showWeekly } from '../../../../app/team/weekly/show-weekly.ts';
import { agreeFocus, writeWeekly } from '../../../../app/team/weekly/write-weekly.ts';
import { ownWeeksSchema, setFocusSchema, weeklyHalfSchema, weeklyQuerySchema, weeklyViewSchema } from '../../../../model/api/team/weekly.ts';
import { programmeIdSchema } from '../../../../model/team/ids.ts';
import { weekSchema } from '../../../../model/team/weekly-page.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofProgramme = z.object({ programme: programmeIdSchema });
const ofPage = ofProgramme.extend({ week: weekSchema });

/** The weekly page of two: nobody else reads it. Each change answers with the page as it is then. */
export const createWeeklyRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({ method: 'GET', path: '/api/team/weekly', may: 'member', handle: ({ c, caller }) => answer(c, ownWeeksSchema, showMyWeeks(app, caller)) }),
  defineRoute({
    method: 'GET',
    path: '/api/team/weekly/:programme',
    may: 'member',
    param: ofProgramme,
    query: weeklyQuerySchema,
    handle: ({ c, caller, param, query }) => answer(c, weeklyViewSchema, showWeekly(app, caller, param.programme, query)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/weekly/:programme/:week',
    may: 'member',
    param: ofPage,
    json: weeklyHalfSchema,
    handle: async ({ c, caller, param, json }) => {
      const written = await writeWeekly(app, caller, param, json);
      return answer(c, weeklyViewSchema, written.ok ? showWeekly(app, caller, param.programme, { week: param.week }) : written);
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/weekly/:programme/:week/focus',
    may: 'member',
    param: ofPage,
    json: setFocusSchema,
    handle: async ({ c, caller, param, json }) => {
      const set = await agreeFocus(app, caller, param, json.focus);
      return answer(c, weeklyViewSchema, set.ok ? showWeekly(app, caller, param.programme, { week: param.week }) : set);
    },
  }),
];
