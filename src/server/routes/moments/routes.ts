import { Hono } from 'hono';
import { dismissMoment } from '../../../app/dismiss-moment.ts';
import { listDismissed } from '../../../app/list-dismissed.ts';
import { restoreMoment } from '../../../app/restore-moment.ts';
import { showMoment } from '../../../app/show-moment.ts';
import { skipMoment } from '../../../app/skip-moment.ts';
import { momentViewSchema } from '../../../model/api/moments.ts';
import { dismissedListSchema, dismissedSchema } from '../../../model/api/ranking.ts';
import { dismissalSchema } from '../../../model/api/today.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { momentParamSchema } from './schema.ts';

export function createMomentRoutes({ app }: ServerContext) {
  const ofMoment = validate('param', momentParamSchema);
  return new Hono()
    .get('/dismissed', (c) => answer(c, dismissedListSchema, listDismissed(app)))
    .get('/:id', ofMoment, (c) => answer(c, momentViewSchema, showMoment(app, c.req.valid('param').id)))
    .post('/:id/skip', ofMoment, (c) => answerDone(c, skipMoment(app, c.req.valid('param').id)))
    .post('/:id/dismiss', ofMoment, validate('json', dismissalSchema), (c) =>
      answer(c, dismissedSchema, dismissMoment(app, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/:id/restore', ofMoment, (c) => answerDone(c, restoreMoment(app, c.req.valid('param').id)));
}
