import { Hono } from 'hono';
import { z } from 'zod';
import { answerDrill } from '../../../app/drills/answer-drill.ts';
import { drawDrill } from '../../../app/drills/draw-drill.ts';
import { setYearStart } from '../../../app/drills/drill-forms.ts';
import { CANNOT_SEE } from '../../../app/drills/find-running-agents.ts';
import { listDrills, tellTallies } from '../../../app/drills/list-drills.ts';
import { showDrill } from '../../../app/drills/show-drill.ts';
import { listRepositories } from '../../../app/list-repositories.ts';
import {
  answerDrillSchema,
  answeredDrillSchema,
  blindDrillSchema,
  drawDrillSchema,
  drillFolderSchema,
  drillIdSchema,
  drillListSchema,
  drillPlacesSchema,
  drillTalliesSchema,
  drillViewSchema,
  drillYearSchema,
  mineDrillsSchema,
  miningSchema,
} from '../../../model/api/drills.ts';
import { ok } from '../../../model/result.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { createMiner } from './run-mining.ts';

const idParamSchema = z.object({ id: drillIdSchema });

/** Drills of this machine's repositories. On the local server only: no other server knows of them. */
export function createDrillRoutes(context: ServerContext, stopping: AbortSignal) {
  const { app, feed } = context;
  const miner = createMiner(context, stopping);
  const tell = (): void => feed.publish({ name: 'changed', subject: 'drills', data: { drills: true } });
  return new Hono()
    .get('/places', (c) => answer(c, drillPlacesSchema, ok({ repositories: listRepositories(app), mining: miner.show(), cannotSee: CANNOT_SEE })))
    .get('/tallies', (c) => answer(c, drillTalliesSchema, ok(tellTallies(app))))
    .get('/', validate('query', drillFolderSchema), (c) => answer(c, drillListSchema, listDrills(app, c.req.valid('query').folder)))
    .post('/mine', validate('json', mineDrillsSchema), async (c) => {
      const { folder, ...asked } = c.req.valid('json');
      const listed = await listDrills(app, folder);
      return listed.ok ? answer(c, miningSchema, miner.begin({ repository: listed.value.repository, ...asked }), 202) : answer(c, miningSchema, listed);
    })
    .post('/mine/stop', (c) => {
      miner.stop();
      return answerDone(c, ok(null));
    })
    .post('/year', validate('json', drillYearSchema), (c) => {
      const set = setYearStart(app, c.req.valid('json').start);
      tell();
      return answerDone(c, set);
    })
    .post('/draw', validate('json', drawDrillSchema), (c) => answer(c, blindDrillSchema, drawDrill(app, c.req.valid('json'))))
    .get('/:id', validate('param', idParamSchema), validate('query', drillFolderSchema), (c) =>
      answer(c, drillViewSchema, showDrill(app, c.req.valid('query').folder, c.req.valid('param').id)),
    )
    .post('/:id/answer', validate('param', idParamSchema), validate('json', answerDrillSchema), async (c) => {
      const { test, ...given } = c.req.valid('json');
      const own = test === null ? null : { file: test.name, code: test.code };
      const answered = await answerDrill(app, { ...given, id: c.req.valid('param').id, test: own, signal: stopping });
      if (answered.ok) tell();
      return answer(c, answeredDrillSchema, answered);
    });
}
