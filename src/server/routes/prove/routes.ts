import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { createProver } from '../../../app/prove/create-prover.ts';
import { proveEndedSchema, proveOutputSchema, proveParamSchema, runProbeSchema, waitingListSchema } from '../../../model/api/prove.ts';
import { problem } from '../../../model/problem.ts';
import { answer, answerDone } from '../../answer.ts';
import { toProblemResponse } from '../../problem-response.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';

/** Probes of my cases, run on this machine after I have seen exactly their code. */
export function createProveRoutes({ app, feed, reportBug }: ServerContext, stopping: AbortSignal) {
  const prover = createProver(app);
  const ofProbe = validate('param', proveParamSchema);
  stopping.addEventListener('abort', () => prover.stopAll(), { once: true });
  // What an earlier server left behind is told without anyone asking.
  prover.endLeft().catch(reportBug);

  return new Hono()
    .get('/waiting', (c) => answer(c, waitingListSchema, prover.listWaiting()))
    .post('/:probe/run', ofProbe, validate('json', runProbeSchema), async (c) => {
      const { probe } = c.req.valid('param');
      const begun = await prover.run(probe, c.req.valid('json').sha256);
      if (!begun.ok) return toProblemResponse(c, begun.problem);
      const tell = (state: 'running' | 'ended'): void => feed.publish({ name: 'changed', subject: `probe ${probe}`, data: { probe, state } });
      tell('running');
      begun.value.ended.catch(reportBug).finally(() => tell('ended'));
      return c.body(null, 202);
    })
    .post('/:probe/decline', ofProbe, (c) => answerDone(c, prover.decline(c.req.valid('param').probe)))
    .post('/:probe/cancel', ofProbe, (c) => answerDone(c, prover.cancel(c.req.valid('param').probe)))
    .get('/:probe/output', ofProbe, (c) => {
      const run = prover.find(c.req.valid('param').probe);
      if (!run)
        return toProblemResponse(c, problem('not-found', 'This probe did not run on this machine since Rounds was started.', { next: 'Look at its round.' }));
      if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
      c.header('x-accel-buffering', 'no');
      return streamSSE(c, async (stream) => {
        await new Promise<void>((resolve) => {
          const leave = run.follow({
            onOutput: (text) => void stream.writeSSE({ event: 'output', data: JSON.stringify(proveOutputSchema.parse({ text })) }),
            onEnded: (result) => void stream.writeSSE({ event: 'ended', data: JSON.stringify(proveEndedSchema.parse({ result })) }).then(resolve),
          });
          const end = (): void => {
            leave();
            resolve();
          };
          stream.onAbort(end);
          stopping.addEventListener('abort', end, { once: true });
          if (stopping.aborted) end();
        });
      });
    });
}
