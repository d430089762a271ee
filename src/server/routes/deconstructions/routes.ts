import { Hono } from 'hono';
import { deconstructRange } from '../../../app/deconstruct/deconstruct-range.ts';
import { explainHunk, listUnexplained } from '../../../app/deconstruct/explain-hunk.ts';
import { listRangeHunks } from '../../../app/deconstruct/list-range-hunks.ts';
import {
  explainHunkSchema,
  folderQuerySchema,
  hunkListSchema,
  listHunksSchema,
  takeApartSchema,
  takingApartSchema,
  unexplainedSchema,
  type TakeApart,
  type TakingApart,
} from '../../../model/api/deconstructions.ts';
import { describeProblem, problem } from '../../../model/problem.ts';
import { failed, ok } from '../../../model/result.ts';
import { answer, answerDone } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

/** Changes taken apart alone, one at a time: tests run on while the page waits, and pages are told of each hunk. */
export function createDeconstructionRoutes({ app, feed, reportBug }: ServerContext, stopping: AbortSignal) {
  let taking: TakingApart['taking'] = null;
  const change = (part: Partial<NonNullable<TakingApart['taking']>>): void => {
    if (taking) taking = { ...taking, ...part };
    feed.publish({ name: 'changed', subject: 'deconstruction', data: { deconstruction: true } });
  };
  return new Hono()
    .post('/hunks', validate('json', listHunksSchema), (c) => answer(c, hunkListSchema, listRangeHunks(c.req.valid('json'))))
    .get('/', (c) => answer(c, takingApartSchema, ok({ taking })))
    .post('/', validate('json', takeApartSchema), async (c) => {
      if (taking?.isRunning)
        return answer(c, takingApartSchema, failed(problem('conflict', 'A change is being taken apart already.', { next: 'Wait until it is done.' })));
      const asked = c.req.valid('json');
      const listed = await listRangeHunks(asked);
      if (!listed.ok) return answer(c, takingApartSchema, listed);
      const { repository, hunks } = listed.value;
      taking = { range: asked.range, repository, isRunning: true, progress: 'Beginning', suite: '', of: hunks.length, hunks: [], problem: null };
      void takeApart(asked).catch(reportBug);
      return answer(c, takingApartSchema, ok({ taking }), 202);
    })
    .get('/unexplained', validate('query', folderQuerySchema), async (c) => {
      const listed = await listUnexplained(app, c.req.valid('query').folder);
      return answer(c, unexplainedSchema, listed.ok ? ok({ hunks: listed.value }) : listed);
    })
    .post('/explain', validate('json', explainHunkSchema), async (c) => {
      const { folder, hunk, words } = c.req.valid('json');
      const explained = await explainHunk(app, folder, hunk, words);
      change(explained.ok && taking ? { hunks: taking.hunks.map((one) => (one.id === hunk ? { ...one, explanation: words } : one)) } : {});
      return answerDone(c, explained);
    });

  async function takeApart({ folder, range, top, predictions }: TakeApart): Promise<void> {
    try {
      const done = await deconstructRange(app, {
        folder,
        range,
        top,
        signal: stopping,
        onProgress: (progress) => change({ progress }),
        onBegin: ({ suite }) => change({ suite: suite.shownAs }),
        predict: async ({ id }) => predictions[id] ?? null,
        onHunk: (hunk) => change({ hunks: [...(taking?.hunks ?? []), hunk] }),
      });
      change({ problem: done.ok ? null : describeProblem(done.problem) });
    } finally {
      change({ isRunning: false });
    }
  }
}
