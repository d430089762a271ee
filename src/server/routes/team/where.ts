import { Hono } from 'hono';
import { describeWhere } from '../../../app/login/find-team.ts';
import { whereSchema } from '../../../model/api/team/accounts.ts';
import { ok } from '../../../model/result.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';

export function createWhereRoutes({ app }: ServerContext) {
  return new Hono().get('/', async (c) => answer(c, whereSchema, ok(await describeWhere(app.journal.home))));
}
