import { z } from 'zod';
import { listTokens, makePersonalToken, revokeToken } from '../../../../app/team/accounts/personal-tokens.ts';
import { madeTokenSchema, makeTokenSchema, personalTokenListSchema } from '../../../../model/api/team/accounts.ts';
import { ok } from '../../../../model/result.ts';
import { answer, answerDone } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofToken = z.object({ id: z.string().max(64) });

/** A person's keys for programs: the command line, their local Rounds. */
export const createTokenRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/tokens',
    may: 'member',
    handle: async ({ c, caller }) => answer(c, personalTokenListSchema, ok({ tokens: await listTokens(app, caller) })),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/tokens',
    may: 'member',
    json: makeTokenSchema,
    handle: ({ c, caller, json }) => answer(c, madeTokenSchema, makePersonalToken(app, caller, json.name), 201),
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/team/tokens/:id',
    may: 'member',
    param: ofToken,
    handle: ({ c, caller, param }) => answerDone(c, revokeToken(app, caller, param.id)),
  }),
];
