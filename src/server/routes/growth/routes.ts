import { Hono } from 'hono';
import { actOnBelief } from '../../../app/growth/act-on-belief.ts';
import { rateActivity } from '../../../app/growth/rate-activity.ts';
import { showGrowth } from '../../../app/growth/show-growth.ts';
import { beliefActSchema, growthSchema, newRatingSchema } from '../../../model/api/growth.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { beliefParamSchema } from './schema.ts';

/** Growth of this journal's owner. It is on the local server only: no other server knows it. */
export function createGrowthRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/', (c) => answer(c, growthSchema, showGrowth(app)))
    .post('/beliefs/:id', validate('param', beliefParamSchema), validate('json', beliefActSchema), (c) =>
      answerDone(c, actOnBelief(app, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/ratings', validate('json', newRatingSchema), (c) => answerDone(c, rateActivity(app, c.req.valid('json'))));
}
