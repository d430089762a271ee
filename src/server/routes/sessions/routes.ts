import { Hono } from 'hono';
import { listEvents } from '../../../app/list-events.ts';
import { listSessions } from '../../../app/list-sessions.ts';
import { showSession } from '../../../app/show-session.ts';
import { eventPageSchema, sessionDetailSchema, sessionListQuerySchema, sessionListSchema } from '../../../model/api/sessions.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { eventPageQuerySchema, sessionParamSchema } from './schema.ts';

export function createSessionRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/', validate('query', sessionListQuerySchema), (c) => answer(c, sessionListSchema, listSessions(app, c.req.valid('query'))))
    .get('/:id', validate('param', sessionParamSchema), (c) => answer(c, sessionDetailSchema, showSession(app, c.req.valid('param').id)))
    .get('/:id/events', validate('param', sessionParamSchema), validate('query', eventPageQuerySchema), (c) =>
      answer(c, eventPageSchema, listEvents(app, c.req.valid('param').id, c.req.valid('query'))),
    );
}
