import { pruneExpired } from '../../../store/accounts/prune-expired.ts';
import { explainFailure } from '../explain-failure.ts';
import type { AccountsApp } from './accounts-app.ts';

const EVERY_MS = 60 * 60 * 1000;

/** Removes what has expired, now and every hour. Returns how to stop. */
export function keepAccountsTidy({ accounts, clock }: AccountsApp, reportBug: (error: unknown) => void): () => void {
  const tidy = async (): Promise<void> => {
    try {
      await pruneExpired(accounts, clock());
    } catch (error) {
      // A database that is away now is there in an hour.
      if (explainFailure(error) === null) reportBug(error);
    }
  };
  void tidy();
  const timer = setInterval(() => void tidy(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
