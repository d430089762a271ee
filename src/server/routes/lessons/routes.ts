import { Hono } from 'hono';
import { z } from 'zod';
import { findLessonsPort, isPort } from '../../../app/lessons/find-lessons-port.ts';
import { tieLesson } from '../../../app/lessons/tie-lesson.ts';
import { listRepositories } from '../../../app/list-repositories.ts';
import { lessonPlacesSchema, tieLessonSchema } from '../../../model/api/lesson-places.ts';
import { failed, ok } from '../../../model/result.ts';
import { lessonIdSchema } from '../../../model/team/ids.ts';
import { lessonSchema } from '../../../model/team/lesson.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

const ofLesson = z.object({ id: lessonIdSchema });

/** Tying lessons of the team to code of this machine. Of the code only a hash goes to the team. */
export function createLessonPlaceRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/places', (c) => answer(c, lessonPlacesSchema, ok({ repositories: listRepositories(app) })))
    .post('/:id/anchors', validate('param', ofLesson), validate('json', tieLessonSchema), (c) => {
      const port = findLessonsPort(app.journal.home);
      return answer(c, lessonSchema, isPort(port) ? tieLesson(port, c.req.valid('param').id, c.req.valid('json')) : failed(port));
    });
}
