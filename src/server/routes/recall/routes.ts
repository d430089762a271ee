import { Hono } from 'hono';
import { answerCard, putCardAway, turnCard } from '../../../app/growth/answer-card.ts';
import { openRecall } from '../../../app/growth/open-recall.ts';
import { keepLessonOfTeam } from '../../../app/growth/team/keep-lesson.ts';
import {
  answeredCardSchema,
  awayCardSchema,
  cardAnswerSchema,
  keepForRecallSchema,
  recallSchema,
  turnCardSchema,
  turnedCardSchema,
} from '../../../model/api/recall.ts';
import { ok } from '../../../model/result.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { cardParamSchema } from './schema.ts';

/** Recall of this journal's owner, on the local server only. The rule of a card leaves only once it is turned. */
export function createRecallRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/', (c) => {
      const due = openRecall(app);
      return answer(c, recallSchema, due.ok ? ok({ due: due.value }) : due);
    })
    .post('/lessons', validate('json', keepForRecallSchema), (c) => answerDone(c, keepLessonOfTeam(app.journal, c.req.valid('json').lesson)))
    .post('/:id/turn', validate('param', cardParamSchema), validate('json', turnCardSchema), (c) =>
      answer(c, turnedCardSchema, turnCard(app, c.req.valid('param').id, c.req.valid('json').moment)),
    )
    .post('/:id/answer', validate('param', cardParamSchema), validate('json', cardAnswerSchema), (c) =>
      answer(c, answeredCardSchema, answerCard(app, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/:id/away', validate('param', cardParamSchema), validate('json', awayCardSchema), (c) =>
      answerDone(c, putCardAway(app, c.req.valid('param').id, c.req.valid('json').away)),
    );
}
