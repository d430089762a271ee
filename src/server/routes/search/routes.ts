import { Hono } from 'hono';
import { searchSessions } from '../../../app/search-sessions.ts';
import { searchQuerySchema, searchResultsSchema } from '../../../model/api/search.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

export function createSearchRoutes({ app }: ServerContext) {
  return new Hono().get('/', validate('query', searchQuerySchema), (c) => answer(c, searchResultsSchema, searchSessions(app, c.req.valid('query'))));
}
