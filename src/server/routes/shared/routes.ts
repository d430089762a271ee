import { Hono } from 'hono';
import { findShared } from '../../../app/share/find-shared.ts';
import { forgetCase, forgetWaiting } from '../../../app/share/forget-case.ts';
import { listShared, toSharedItem } from '../../../app/share/list-shared.ts';
import { openTeamPort } from '../../../app/share/open-team-port.ts';
import { readPreviewBytes, showPreviewFile } from '../../../app/share/show-preview-file.ts';
import { openShownPort } from '../../../app/share/shown/shown-port.ts';
import { takeInShown } from '../../../app/share/shown/take-in-shown.ts';
import { withdrawEntry } from '../../../app/share/shown/withdraw-shown.ts';
import { toShownItem } from '../../../app/share/to-shown-item.ts';
import { sharedItemSchema, sharedListSchema, sharePreviewFileSchema } from '../../../model/api/share.ts';
import { ok } from '../../../model/result.ts';
import { answer } from '../../answer.ts';
import { toProblemResponse } from '../../problem-response.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { digestParamSchema, fileQuerySchema, sharedParamSchema, shownParamSchema } from './schema.ts';

/** Everything that ever left this machine, and how it is forgotten. */
export function createSharedRoutes({ app, feed }: ServerContext) {
  const ofPreview = validate('param', digestParamSchema);
  return new Hono()
    .get('/', async (c) => {
      // What could not be forgotten when it was asked for is asked for again whenever somebody looks.
      const team = openTeamPort(app);
      if (team.ok) await forgetWaiting(app, team.value);
      const port = openShownPort(app);
      // Where the team cannot be reached, the log is what is known here.
      if (port.ok && port.value) await takeInShown(app, port.value);
      return answer(c, sharedListSchema, listShared(app));
    })
    .post('/:id/forget', validate('param', sharedParamSchema), async (c) => {
      const [found, team] = [findShared(app, c.req.valid('param').id), openTeamPort(app)];
      const done = !found.ok ? found : team.ok ? await forgetCase(app, team.value, found.value.id) : team;
      feed.publish({ name: 'changed', subject: 'shared', data: {} });
      return answer(c, sharedItemSchema, done.ok ? ok(toSharedItem(done.value)) : done);
    })
    .post('/shown/:id/withdraw', validate('param', shownParamSchema), async (c) => {
      const port = openShownPort(app);
      const done = port.ok ? await withdrawEntry(app, port.value, c.req.valid('param').id) : port;
      feed.publish({ name: 'changed', subject: 'shared', data: {} });
      return answer(c, sharedItemSchema, done.ok ? ok(toShownItem(done.value)) : done);
    })
    .get('/previews/:digest/bytes', ofPreview, (c) => {
      const { digest } = c.req.valid('param');
      const bytes = readPreviewBytes(app, digest);
      if (!bytes.ok) return toProblemResponse(c, bytes.problem);
      const headers = {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${digest.slice(0, 12)}.json"`,
        'cache-control': 'no-store',
      };
      return c.body(new Uint8Array(bytes.value), 200, headers);
    })
    .get('/previews/:digest/file', ofPreview, validate('query', fileQuerySchema), (c) =>
      answer(c, sharePreviewFileSchema, showPreviewFile(app, c.req.valid('param').digest, c.req.valid('query').path)),
    );
}
