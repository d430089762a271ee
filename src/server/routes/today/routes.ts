import { Hono } from 'hono';
import { showToday } from '../../../app/show-today.ts';
import { todaySchema } from '../../../model/api/today.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';

export function createTodayRoutes({ app }: ServerContext) {
  return new Hono().get('/', (c) => answer(c, todaySchema, showToday(app)));
}
