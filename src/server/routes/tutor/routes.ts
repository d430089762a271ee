import { Hono } from 'hono';
import { describeTutor } from '../../../app/tutor/describe-tutor.ts';
import { saveSettings } from '../../../app/tutor/save-settings.ts';
import { tutorChangeSchema, tutorViewSchema } from '../../../model/api/tutor.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

export function createTutorRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/', (c) => answer(c, tutorViewSchema, describeTutor(app)))
    .put('/', validate('json', tutorChangeSchema), (c) => {
      const saved = saveSettings(app, c.req.valid('json'));
      return answer(c, tutorViewSchema, saved.ok ? describeTutor(app) : saved);
    });
}
