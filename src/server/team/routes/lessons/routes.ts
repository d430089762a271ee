import { z } from 'zod';
import { anchorLesson, changeLesson, publishMyLesson, retireMyLesson } from '../../../../app/team/lessons/change-lesson.ts';
import { keepLesson } from '../../../../app/team/lessons/keep-lesson.ts';
import { offerLessonOfAnswer, offerLessonOfRound } from '../../../../app/team/lessons/offer-lesson.ts';
import { reportStale } from '../../../../app/team/lessons/report-stale.ts';
import { listLessons, showLesson } from '../../../../app/team/lessons/show-lesson.ts';
import type { SharedApp } from '../../../../app/team/team-app.ts';
import {
  answerQuerySchema,
  changeLessonSchema,
  keepLessonSchema,
  lessonListSchema,
  lessonOfferSchema,
  lessonQuerySchema,
  lessonViewSchema,
  newAnchorsSchema,
  staleAnchorsSchema,
} from '../../../../model/api/team/lessons.ts';
import { roundIdSchema } from '../../../../model/round.ts';
import { lessonIdSchema, threadIdSchema } from '../../../../model/team/ids.ts';
import { lessonSchema } from '../../../../model/team/lesson.ts';
import { answer } from '../../../answer.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const ofLesson = z.object({ id: lessonIdSchema });
const ofRound = z.object({ id: roundIdSchema });
const ofThread = z.object({ id: threadIdSchema });

/** What people learned: looked for, kept, changed, tied to code, and told to be stale. */
export const createLessonRoutes = ({ app }: { readonly app: Pick<SharedApp, 'store' | 'clock'> }): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/lessons',
    may: 'member',
    query: lessonQuerySchema,
    handle: ({ c, caller, query }) => answer(c, lessonListSchema, listLessons(app, caller, query)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/rounds/:id/lesson',
    may: 'member',
    param: ofRound,
    handle: ({ c, caller, param }) => answer(c, lessonOfferSchema, offerLessonOfRound(app, caller, param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/threads/:id/lesson',
    may: 'member',
    param: ofThread,
    query: answerQuerySchema,
    handle: ({ c, caller, param, query }) => answer(c, lessonOfferSchema, offerLessonOfAnswer(app, caller, { thread: param.id, n: query.n })),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/lessons',
    may: 'member',
    json: keepLessonSchema,
    handle: ({ c, caller, json }) => answer(c, lessonSchema, keepLesson(app, caller, json), 201),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/lessons/:id',
    may: 'member',
    param: ofLesson,
    handle: ({ c, caller, param }) => answer(c, lessonViewSchema, showLesson(app, caller, param.id)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/lessons/:id',
    may: 'member',
    param: ofLesson,
    json: changeLessonSchema,
    handle: ({ c, caller, param, json }) => answer(c, lessonSchema, changeLesson(app, caller, param.id, json)),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/lessons/:id/anchors',
    may: 'member',
    param: ofLesson,
    json: newAnchorsSchema,
    handle: ({ c, caller, param, json }) => answer(c, lessonSchema, anchorLesson(app, caller, param.id, json)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/lessons/:id/stale',
    may: 'member',
    param: ofLesson,
    json: staleAnchorsSchema,
    handle: ({ c, caller, param, json }) => answer(c, lessonSchema, reportStale(app, caller, param.id, json)),
  }),
  ...(['publish', 'retire', 'restore'] as const).map((act) =>
    defineRoute({
      method: 'POST',
      path: `/api/team/lessons/:id/${act}`,
      may: 'member',
      param: ofLesson,
      handle: ({ c, caller, param }) =>
        answer(
          c,
          lessonSchema,
          act === 'publish' ? publishMyLesson(app, caller, param.id) : retireMyLesson(app, caller, param.id, { back: act === 'restore' }),
        ),
    }),
  ),
];
