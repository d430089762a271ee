import { z } from 'zod';
import { changeRole, handOwnershipOver } from '../../../../app/team/members/change-role.ts';
import { leaveOrganisation, removePerson } from '../../../../app/team/members/remove-person.ts';
import { listWhoLeft, restorePerson } from '../../../../app/team/members/restore-person.ts';
import { changeRoleSchema, peopleSchema } from '../../../../model/api/team/accounts.ts';
import { personIdSchema } from '../../../../model/team/ids.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofPerson = z.object({ id: personIdSchema });

/** Who is in the organisation and as what: for its owners. Everyone may leave. */
export function createMemberRoutes({ app }: TeamContext): readonly TeamRoute[] {
  return [
    defineRoute({
      method: 'PUT',
      path: '/api/team/people/:id/role',
      may: 'owner',
      param: ofPerson,
      json: changeRoleSchema,
      handle: ({ c, caller, param, json }) => answerDone(c, changeRole(app, caller, param.id, json.role)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/people/:id/hand-over',
      may: 'owner',
      param: ofPerson,
      handle: ({ c, caller, param }) => answerDone(c, handOwnershipOver(app, caller, param.id)),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/team/people/:id',
      may: 'owner',
      param: ofPerson,
      handle: ({ c, caller, param }) => answerDone(c, removePerson(app, caller, param.id)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/people/left',
      may: 'owner',
      handle: ({ c, caller }) => answer(c, peopleSchema, listWhoLeft(app, caller)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/people/:id/restore',
      may: 'owner',
      param: ofPerson,
      handle: ({ c, caller, param }) => answerDone(c, restorePerson(app, caller, param.id)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/leave',
      may: 'member',
      handle: ({ c, caller }) => answerDone(c, leaveOrganisation(app, caller)),
    }),
  ];
}
