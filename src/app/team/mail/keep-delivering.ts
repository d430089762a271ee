import { repeatWork } from '../repeat-work.ts';
import type { TeamApp } from '../team-app.ts';
import { deliverLetters, type Delivery } from './deliver-letters.ts';
import { putDigests } from './digest/put-digests.ts';

/** How often to look for letters that wait, and for those a week that are due. */
export const MAIL_EVERY_MS: { readonly deliver: number; readonly digest: number } = Object.freeze({ deliver: 3_000, digest: 5 * 60_000 });

/** Sends letters as they come, where this server has a mail server. Returns how to stop: a letter that is being sent is sent to its end. */
export function keepDelivering(
  app: TeamApp,
  { everyMs, tell, reportBug }: Pick<Delivery, 'tell'> & { everyMs: typeof MAIL_EVERY_MS; reportBug: (error: unknown) => void },
): () => Promise<void> {
  const { outbox, mailer } = app;
  if (outbox === null || mailer === null) return () => Promise.resolve();
  let isStopping = false;
  const stopDelivering = repeatWork(() => deliverLetters({ app, outbox, mailer, tell }, () => isStopping), { everyMs: everyMs.deliver, reportBug });
  const stopDigests = repeatWork(() => putDigests(app, outbox), { everyMs: everyMs.digest, reportBug });
  return async () => {
    isStopping = true;
    await Promise.all([stopDelivering(), stopDigests()]);
  };
}
