import { z } from 'zod';
import { askSignOff, draftSignOff } from '../../../../app/team/sign-offs/ask-sign-off.ts';
import { declineMySignOff, grantMySignOff, reverseMySignOff, withdrawMySignOff } from '../../../../app/team/sign-offs/decide-sign-off.ts';
import { answerTheirDissent, sayMyDissent } from '../../../../app/team/sign-offs/dissent.ts';
import { exportMyRecord } from '../../../../app/team/sign-offs/export-record.ts';
import { showCaseReview } from '../../../../app/team/sign-offs/show-case-review.ts';
import { listMySignOffs, showSignOff } from '../../../../app/team/sign-offs/show-sign-off.ts';
import {
  askSignOffSchema,
  caseReviewSchema,
  declineSignOffSchema,
  dissentAnswerSchema,
  dissentWordsSchema,
  draftSignOffQuerySchema,
  reverseSignOffSchema,
  signOffDraftSchema,
  signOffExportSchema,
  signOffListSchema,
  signOffViewSchema,
} from '../../../../model/api/team/sign-offs.ts';
import { caseIdSchema, personIdSchema, signOffIdSchema } from '../../../../model/team/ids.ts';
import { answer } from '../../../answer.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofSignOff = z.object({ id: signOffIdSchema });

/** Asking for a sign-off, deciding it, and what it changes. */
export const createSignOffRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/sign-offs',
    may: 'member',
    handle: ({ c, caller }) => answer(c, signOffListSchema, listMySignOffs(app, caller)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs',
    may: 'member',
    json: askSignOffSchema,
    handle: ({ c, caller, json }) => answer(c, signOffViewSchema, askSignOff(app, caller, json), 201),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/sign-off-draft',
    may: 'member',
    query: draftSignOffQuerySchema,
    handle: ({ c, caller, query }) => answer(c, signOffDraftSchema, draftSignOff(app, caller, query)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/sign-off-record',
    may: 'member',
    handle: ({ c, caller }) => answer(c, signOffExportSchema, exportMyRecord(app, caller)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/sign-offs/:id',
    may: 'member',
    param: ofSignOff,
    handle: ({ c, caller, param }) => answer(c, signOffViewSchema, showSignOff(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs/:id/withdraw',
    may: 'member',
    param: ofSignOff,
    handle: ({ c, caller, param }) => answer(c, signOffViewSchema, withdrawMySignOff(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs/:id/decline',
    may: 'member',
    param: ofSignOff,
    json: declineSignOffSchema,
    handle: ({ c, caller, param, json }) => answer(c, signOffViewSchema, declineMySignOff(app, caller, param.id, json.why)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs/:id/grant',
    may: 'member',
    param: ofSignOff,
    handle: ({ c, caller, param }) => answer(c, signOffViewSchema, grantMySignOff(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs/:id/reverse',
    may: 'member',
    param: ofSignOff,
    json: reverseSignOffSchema,
    handle: ({ c, caller, param, json }) => answer(c, signOffViewSchema, reverseMySignOff(app, caller, param.id, json.why)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs/:id/dissent',
    may: 'member',
    param: ofSignOff,
    json: dissentWordsSchema,
    handle: ({ c, caller, param, json }) => answer(c, signOffListSchema, sayMyDissent(app, caller, param.id, json.words)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/sign-offs/:id/dissents/:by/answer',
    may: 'member',
    param: ofSignOff.extend({ by: personIdSchema }),
    json: dissentAnswerSchema,
    handle: ({ c, caller, param, json }) => answer(c, signOffViewSchema, answerTheirDissent(app, caller, param.id, { by: param.by, answer: json.answer })),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cases/:id/review',
    may: 'member',
    param: z.object({ id: caseIdSchema }),
    handle: ({ c, caller, param }) => answer(c, caseReviewSchema, showCaseReview(app, caller, param.id)),
  }),
];
