import { Hono, type Context } from 'hono';
import { passRound, sealJudgement } from '../../../app/rounds/answer-round.ts';
import { closeRound } from '../../../app/rounds/close-round.ts';
import { listRounds } from '../../../app/rounds/list-rounds.ts';
import { saveDebrief } from '../../../app/rounds/save-debrief.ts';
import { saveDraft } from '../../../app/rounds/save-draft.ts';
import { showRound } from '../../../app/rounds/show-round.ts';
import { startDebrief } from '../../../app/rounds/start-debrief.ts';
import { startRound } from '../../../app/rounds/start-round.ts';
import { withdrawRound } from '../../../app/rounds/withdraw-round.ts';
import { roundListSchema, roundViewSchema, startRoundSchema } from '../../../model/api/rounds.ts';
import { debriefDraftSchema, debriefSchema } from '../../../model/debrief.ts';
import { judgementDraftSchema, judgementSchema } from '../../../model/judgement.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { Round } from '../../../model/round.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { roundParamSchema } from './schema.ts';

/** Drafts answer with nothing, so that saving one never disturbs who is writing; every move answers with the round as it now is. */
export function createRoundRoutes({ app, feed }: ServerContext) {
  const ofRound = validate('param', roundParamSchema);
  return new Hono()
    .get('/', (c) => answer(c, roundListSchema, listRounds(app)))
    .post('/', validate('json', startRoundSchema), (c) => moved(c, startRound(app, c.req.valid('json').moment)))
    .get('/:id', ofRound, (c) => answer(c, roundViewSchema, showRound(app, c.req.valid('param').id)))
    .put('/:id/draft', ofRound, validate('json', judgementDraftSchema), (c) => answerDone(c, saveDraft(app, c.req.valid('param').id, c.req.valid('json'))))
    .post('/:id/seal', ofRound, validate('json', judgementSchema), (c) => moved(c, sealJudgement(app, c.req.valid('param').id, c.req.valid('json'))))
    .post('/:id/pass', ofRound, (c) => moved(c, passRound(app, c.req.valid('param').id)))
    .post('/:id/debrief', ofRound, (c) => moved(c, startDebrief(app, c.req.valid('param').id)))
    .put('/:id/debrief-draft', ofRound, validate('json', debriefDraftSchema), (c) =>
      answerDone(c, saveDebrief(app, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/:id/close', ofRound, validate('json', debriefSchema), (c) => moved(c, closeRound(app, c.req.valid('param').id, c.req.valid('json'))))
    .post('/:id/withdraw', ofRound, (c) => moved(c, withdrawRound(app, c.req.valid('param').id)));

  /** Other pages are told that the round moved and where to, never what was said in it. */
  function moved(c: Context, result: Result<Round, Problem>) {
    if (!result.ok) return answer(c, roundViewSchema, result);
    const { id, state } = result.value;
    feed.publish({ name: 'changed', subject: `round ${id}`, data: { round: id, state } });
    return answer(c, roundViewSchema, showRound(app, id));
  }
}
