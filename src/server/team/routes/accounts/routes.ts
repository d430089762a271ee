import type { Context } from 'hono';
import { z } from 'zod';
import { invitePerson } from '../../../../app/team/accounts/invite-person.ts';
import { allowOidc, allowsOidc } from '../../../../app/team/accounts/join-by-oidc.ts';
import { joinOrganisation, showInvitation } from '../../../../app/team/accounts/join-organisation.ts';
import { listInvitations } from '../../../../app/team/accounts/list-invitations.ts';
import { listPeople } from '../../../../app/team/accounts/list-people.ts';
import { setUpOrganisation } from '../../../../app/team/accounts/set-up-organisation.ts';
import { signOutEverywhere } from '../../../../app/team/accounts/sign-out-everywhere.ts';
import { withdrawInvitation } from '../../../../app/team/accounts/withdraw-invitation.ts';
import {
  invitationListSchema,
  invitationLookSchema,
  invitationTokenSchema,
  inviteSchema,
  joinSchema,
  madeInvitationSchema,
  organisationSettingsSchema,
  organisationViewSchema,
  peopleSchema,
  setUpSchema,
} from '../../../../model/api/team/accounts.ts';
import type { Problem } from '../../../../model/problem.ts';
import { ok, type Result } from '../../../../model/result.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofInvitation = z.object({ id: z.string().max(64) });

/** How people come in, who they are, and how they leave every place at once. */
export function createAccountRoutes({ app, auth, oidcName }: TeamContext): readonly TeamRoute[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/setup',
      may: 'anyone',
      json: setUpSchema,
      handle: async ({ c, json }) => signedIn(c, await setUpOrganisation(app, json), json),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/join/look',
      may: 'anyone',
      json: invitationTokenSchema,
      handle: ({ c, json }) => answer(c, invitationLookSchema, showInvitation(app, json.token)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/join',
      may: 'anyone',
      json: joinSchema,
      handle: async ({ c, json }) => {
        const joined = await joinOrganisation(app, json);
        return signedIn(c, joined, { email: joined.ok ? joined.value.email : '', password: json.password });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/invitations',
      may: 'lead',
      handle: async ({ c, caller }) => answer(c, invitationListSchema, ok({ invitations: await listInvitations(app, caller) })),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/invitations',
      may: 'lead',
      json: inviteSchema,
      handle: ({ c, caller, json }) => answer(c, madeInvitationSchema, invitePerson(app, caller, json), 201),
    }),
    defineRoute({
      method: 'DELETE',
      path: '/api/team/invitations/:id',
      may: 'lead',
      param: ofInvitation,
      handle: ({ c, caller, param }) => answerDone(c, withdrawInvitation(app, caller, param.id)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/people',
      may: 'member',
      handle: async ({ c, caller }) => answer(c, peopleSchema, ok({ people: await listPeople(app, caller) })),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/organisation',
      may: 'owner',
      handle: async ({ c, caller }) => answer(c, organisationViewSchema, ok({ joinByOidc: await allowsOidc(app, caller), provider: oidcName })),
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/team/organisation',
      may: 'owner',
      json: organisationSettingsSchema,
      handle: ({ c, caller, json }) => answerDone(c, allowOidc(app, caller, json.joinByOidc)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/team/sign-out-everywhere',
      may: 'member',
      handle: ({ c, caller }) => answerDone(c, signOutEverywhere(app, caller)),
    }),
  ];

  /** Whoever has just made an account is signed in with it. */
  async function signedIn(c: Context, made: Result<unknown, Problem>, credentials: { email: string; password: string }): Promise<Response> {
    if (made.ok) for (const cookie of await auth.signIn(credentials)) c.header('set-cookie', cookie, { append: true });
    return answerDone(c, made);
  }
}
