import { showMe } from '../../../../app/team/accounts/show-me.ts';
import { hasBeenSetUp } from '../../../../app/team/accounts/make-set-up-link.ts';
import { OIDC_ID } from '../../../../app/team/accounts/accounts-app.ts';
import { meSchema, whereSchema } from '../../../../model/api/team/accounts.ts';
import { ok } from '../../../../model/result.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

/** Where a page finds itself, and as whom. */
export const createPlaceRoutes = ({ app, oidcName }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/where',
    may: 'anyone',
    handle: async ({ c, caller }) => {
      const ways = { password: true, oidc: oidcName === null ? null : { id: OIDC_ID, name: oidcName } };
      return answer(
        c,
        whereSchema,
        ok({ kind: 'team', me: caller && (await showMe(app, caller.person)), ready: await hasBeenSetUp(app), ways, sendsMail: app.outbox !== null }),
      );
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/me',
    may: 'member',
    handle: async ({ c, caller }) => answer(c, meSchema, ok(await showMe(app, caller.person))),
  }),
  // For whatever watches over the server; it says that the process answers, and nothing else.
  defineRoute({ method: 'GET', path: '/api/healthz', may: 'anyone', handle: ({ c }) => c.body(null, 204) }),
];
