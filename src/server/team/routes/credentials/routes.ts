import { z } from 'zod';
import { issueCompleted, issueSignedOff, listMyCredentials } from '../../../../app/team/credentials/issue-credential.ts';
import { createReversedList, publishIssuer } from '../../../../app/team/credentials/publish-issuer.ts';
import { credentialListSchema, publishedIssuerSchema } from '../../../../model/api/team/credentials.ts';
import { signedBadgeSchema, statusListSchema } from '../../../../model/credential.ts';
import { programmeIdSchema, signOffIdSchema } from '../../../../model/team/ids.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofOrganisation = z.object({ organisation: z.string().regex(/^[\w-]{1,64}$/) });

/** Credentials, each for the person it is about alone; and for everybody what is needed to check one. */
export function createCredentialRoutes({ app }: TeamContext): readonly TeamRoute[] {
  const listReversed = createReversedList(app);
  return [
    defineRoute({
      method: 'GET',
      path: '/api/team/credentials',
      may: 'member',
      handle: ({ c, caller }) => answer(c, credentialListSchema, listMyCredentials(app, caller)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/credentials/sign-offs/:id',
      may: 'member',
      param: z.object({ id: signOffIdSchema }),
      handle: ({ c, caller, param }) => answer(c, signedBadgeSchema, issueSignedOff(app, caller, param.id)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/team/credentials/programmes/:id',
      may: 'member',
      param: z.object({ id: programmeIdSchema }),
      handle: ({ c, caller, param }) => answer(c, signedBadgeSchema, issueCompleted(app, caller, param.id)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/credentials/:organisation/issuer',
      may: 'anyone',
      open: true,
      param: ofOrganisation,
      handle: ({ c, param }) => answer(c, publishedIssuerSchema, publishIssuer(app, param.organisation)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/credentials/:organisation/reversed',
      may: 'anyone',
      open: true,
      param: ofOrganisation,
      handle: ({ c, param }) => answer(c, statusListSchema, listReversed(param.organisation)),
    }),
  ];
}
