import { Hono } from 'hono';
import { loadDemo } from '../../../app/load-demo.ts';
import { removeDemo } from '../../../app/remove-demo.ts';
import { importProgressSchema } from '../../../model/api/machine.ts';
import { ok } from '../../../model/result.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { beginImport } from '../import/begin-import.ts';
import { demoSchema } from './schema.ts';

export function createDemoRoutes(context: ServerContext) {
  const { app } = context;
  return new Hono().post('/', validate('json', demoSchema), (c) =>
    c.req.valid('json').action === 'remove'
      ? answerDone(c, removeDemo(app))
      : answer(c, importProgressSchema, ok(beginImport(context, () => loadDemo(app))), 202),
  );
}
