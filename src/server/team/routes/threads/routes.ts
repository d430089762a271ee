import { z } from 'zod';
import { answerThread, ask, closeThread } from '../../../../app/team/threads/ask.ts';
import { hintCase, listMyThreads } from '../../../../app/team/threads/list-threads.ts';
import type { SharedApp } from '../../../../app/team/team-app.ts';
import { askSchema, caseHintSchema, messageBodySchema, threadListSchema, threadQuerySchema } from '../../../../model/api/team/threads.ts';
import { threadIdSchema } from '../../../../model/team/ids.ts';
import { threadSchema } from '../../../../model/team/thread.ts';
import { answer } from '../../../answer.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofThread = z.object({ id: threadIdSchema });

/** Questions on lines and lessons, either way round. */
export const createThreadRoutes = ({ app }: { readonly app: Pick<SharedApp, 'store' | 'clock'> }): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/threads',
    may: 'member',
    query: threadQuerySchema,
    handle: ({ c, caller, query }) => answer(c, threadListSchema, listMyThreads(app, caller, query)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/threads',
    may: 'member',
    json: askSchema,
    handle: ({ c, caller, json }) => answer(c, threadSchema, ask(app, caller, json), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/threads/:id/messages',
    may: 'member',
    param: ofThread,
    json: messageBodySchema,
    handle: ({ c, caller, param, json }) => answer(c, threadSchema, answerThread(app, caller, param.id, json.body), 201),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/threads/:id/close',
    may: 'member',
    param: ofThread,
    handle: ({ c, caller, param }) => answer(c, threadSchema, closeThread(app, caller, param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/threads/:id/case-hint',
    may: 'member',
    param: ofThread,
    handle: ({ c, caller, param }) => answer(c, caseHintSchema, hintCase(app, caller, param.id)),
  }),
];
