import { Hono } from 'hono';
import { importProgressSchema } from '../../../model/api/machine.ts';
import { ok } from '../../../model/result.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { beginImport } from './begin-import.ts';

/** The body is ignored on purpose: what is read is decided on this machine, never by a request. */
export function createImportRoutes(context: ServerContext) {
  const { importer } = context.app;
  return new Hono()
    .get('/', (c) => answer(c, importProgressSchema, ok(importer.getProgress())))
    .post('/', (c) => {
      const progress = importer.getProgress();
      return answer(c, importProgressSchema, ok(progress.running ? progress : beginImport(context, () => importer.start())), 202);
    });
}
