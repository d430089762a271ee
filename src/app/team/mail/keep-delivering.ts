import { explainFailure } from '../explain-failure.ts';
import type { TeamApp } from '../team-app.ts';
import { deliverLetters, type Delivery } from './deliver-letters.ts';

export const DELIVER_EVERY_MS = 3_000;

/** Sends letters as they come, where this server has a mail server. Returns how to stop: a letter that is being sent is sent to its end. */
export function keepDelivering(
  app: TeamApp,
  { everyMs, tell, reportBug }: Pick<Delivery, 'tell'> & { everyMs: number; reportBug: (error: unknown) => void },
): () => Promise<void> {
  const { outbox, mailer } = app;
  if (outbox === null || mailer === null) return () => Promise.resolve();
  let isStopping = false;
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= deliverLetters({ app, outbox, mailer, tell }, () => isStopping)
      // While the database is away nothing is sent, and nothing is lost.
      .catch((error: unknown) => void (explainFailure(error) === null && reportBug(error)))
      .finally(() => (running = null));
  }, everyMs);
  timer.unref();
  return async () => {
    isStopping = true;
    clearInterval(timer);
    await running;
  };
}
