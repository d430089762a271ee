import { Hono } from 'hono';
import { actOnBelief } from '../../../app/growth/act-on-belief.ts';
import { loadActivityWords } from '../../../app/growth/content/load-activity-words.ts';
import { rateActivity } from '../../../app/growth/rate-activity.ts';
import { listStanding } from '../../../app/share/shown/list-standing.ts';
import { showGrowth } from '../../../app/growth/show-growth.ts';
import { notSignedIn } from '../../../app/growth/team/keep-lesson.ts';
import { listOwnQuestions, markQuestion } from '../../../app/growth/team/mark-question.ts';
import { openGrowthPort } from '../../../app/growth/team/open-growth-port.ts';
import { refreshGrowth } from '../../../app/growth/team/refresh-growth.ts';
import { loadCatalogue } from '../../../app/growth/load-catalogue.ts';
import { linkCandidate } from '../../../app/growth/evidence/link-candidate.ts';
import { removeEvidence } from '../../../app/growth/evidence/link-evidence.ts';
import { suggestEvidence } from '../../../app/growth/evidence/suggest-evidence.ts';
import { evidenceCandidatesSchema, linkEvidenceSchema } from '../../../model/api/evidence.ts';
import {
  beliefActSchema,
  growthSchema,
  markQuestionSchema,
  newRatingSchema,
  ownQuestionsSchema,
  refreshedSchema,
  standingBeliefsSchema,
} from '../../../model/api/growth.ts';
import { activityWordsSchema } from '../../../model/team/programme-content.ts';
import { failed, ok } from '../../../model/result.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { activityParamSchema, beliefParamSchema, evidenceParamSchema } from './schema.ts';

/** Growth of this journal's owner. It is on the local server only: no other server knows it. */
export function createGrowthRoutes({ app }: ServerContext) {
  return new Hono()
    .get('/', (c) => answer(c, growthSchema, showGrowth(app)))
    .get('/words', (c) =>
      answer(
        c,
        activityWordsSchema,
        app.journal.attempt(() => loadActivityWords(app.journal)),
      ),
    )
    .get('/standing/:activity', validate('param', activityParamSchema), (c) => {
      const standing = listStanding(app, c.req.valid('param').activity);
      return answer(c, standingBeliefsSchema, standing.ok ? ok({ beliefs: standing.value }) : standing);
    })
    .post('/beliefs/:id', validate('param', beliefParamSchema), validate('json', beliefActSchema), (c) =>
      answerDone(c, actOnBelief(app, c.req.valid('param').id, c.req.valid('json'))),
    )
    .post('/refresh', async (c) => {
      const port = openGrowthPort(app.journal);
      return answer(c, refreshedSchema, port.ok && port.value ? refreshGrowth(app, port.value) : port);
    })
    .get('/questions', async (c) => {
      const port = openGrowthPort(app.journal);
      const questions = port.ok && port.value ? await listOwnQuestions(app.journal, port.value) : port.ok ? ok([]) : port;
      return answer(c, ownQuestionsSchema, questions.ok ? ok({ questions: questions.value, beliefs: loadCatalogue(app.journal).entries }) : questions);
    })
    .post('/questions', validate('json', markQuestionSchema), async (c) => {
      const port = openGrowthPort(app.journal);
      if (!port.ok || !port.value) return answerDone(c, port.ok ? failed(notSignedIn()) : port);
      return answerDone(c, markQuestion(app.journal, port.value, c.req.valid('json')));
    })
    .get('/evidence', async (c) => {
      const candidates = await suggestEvidence(app.journal);
      return answer(c, evidenceCandidatesSchema, candidates.ok ? ok({ candidates: candidates.value }) : candidates);
    })
    .post('/evidence', validate('json', linkEvidenceSchema), (c) => answerDone(c, linkCandidate(app, c.req.valid('json'))))
    .post('/evidence/:id/remove', validate('param', evidenceParamSchema), (c) => answerDone(c, removeEvidence(app, c.req.valid('param').id)))
    .post('/ratings', validate('json', newRatingSchema), (c) => answerDone(c, rateActivity(app, c.req.valid('json'))));
}
