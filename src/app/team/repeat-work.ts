import { explainFailure } from './explain-failure.ts';

/** Does `work` again and again, one after the other. Returns how to stop: what is being done is done to its end. */
export function repeatWork(work: () => Promise<void>, { everyMs, reportBug }: { everyMs: number; reportBug: (error: unknown) => void }): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      // While the database is away nothing is done, and nothing is lost.
      .catch((error: unknown) => void (explainFailure(error) === null && reportBug(error)))
      .finally(() => (running = null));
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
