import { Hono } from 'hono';
import { askFromJournal } from '../../../app/share/shown/ask-from-journal.ts';
import { showGrowthToPartner } from '../../../app/share/shown/show-growth-to-partner.ts';
import { openShownPort, type ShownPort } from '../../../app/share/shown/shown-port.ts';
import { withdrawShown } from '../../../app/share/shown/withdraw-shown.ts';
import { askSignOffSchema, signOffViewSchema } from '../../../model/api/team/sign-offs.ts';
import { showGrowthSchema, shownGrowthSchema } from '../../../model/api/team/shown-growth.ts';
import type { Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { shownIdSchema } from '../../../model/team/ids.ts';
import { z } from 'zod';
import { answer, answerDone } from '../../answer.ts';
import { limitBody } from '../../limit-body.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { noTeam } from './pass-through.ts';

const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Addresses of the team server at which something of this journal leaves: they are not passed through, but written into the log first. */
export function createOwnTeamRoutes({ app, feed }: ServerContext) {
  return new Hono()
    .use('/shown-growth/*', limitBody(MAX_BODY_BYTES))
    .use('/sign-offs', limitBody(MAX_BODY_BYTES))
    .post('/sign-offs', validate('json', askSignOffSchema), async (c) => {
      const port = open();
      const asked = port.ok ? await askFromJournal(app, port.value, c.req.valid('json')) : port;
      feed.publish({ name: 'changed', subject: 'shared', data: {} });
      return answer(c, signOffViewSchema, asked, 201);
    })
    .post('/shown-growth', validate('json', showGrowthSchema), async (c) => {
      const port = open();
      const shown = port.ok ? await showGrowthToPartner(app, port.value, c.req.valid('json')) : port;
      feed.publish({ name: 'changed', subject: 'shared', data: {} });
      return answer(c, shownGrowthSchema, shown, 201);
    })
    .delete('/shown-growth/:id', validate('param', z.object({ id: shownIdSchema })), async (c) => {
      const port = open();
      const gone = port.ok ? await withdrawShown(app, port.value, c.req.valid('param').id) : port;
      feed.publish({ name: 'changed', subject: 'shared', data: {} });
      return answerDone(c, gone);
    });

  function open(): Result<ShownPort, Problem> {
    const port = openShownPort(app);
    return port.ok ? (port.value ? ok(port.value) : failed(noTeam())) : port;
  }
}
