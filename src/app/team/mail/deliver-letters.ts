import { LONGEST_SEND_MS, type Mailer } from '../../../mail/connect-mailer.ts';
import { claimLetter, endLetter, postponeLetter, tidyOutbox, type WaitingLetter } from '../../../store/accounts/outbox-table.ts';
import type { AccountsApp } from '../accounts/accounts-app.ts';
import type { Outbox } from './outbox.ts';

export interface Delivery {
  readonly app: Pick<AccountsApp, 'accounts' | 'clock'>;
  readonly outbox: Outbox;
  readonly mailer: Mailer;
  /** For the log: what became of a letter of some kind, never to whom. */
  readonly tell: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

// Longer than any sending takes: who still sends it then has ended, or stands still.
const LEASE_MS = 3 * LONGEST_SEND_MS;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 60 * 60_000;
// Longer than the week in which a digest is not told twice.
const KEPT_MS = 30 * 86_400_000;

/**
 * Sends what is due, one after the other, until nothing is. Any number of processes may do so at once: the database gives each
 * letter to one of them. A letter is taken out only after the mail server has taken it over: a process that ends in between sends
 * it again, with the same Message-ID. So each arrives at least once.
 */
export async function deliverLetters(delivery: Delivery, isStopping: () => boolean = () => false): Promise<void> {
  const { accounts, clock } = delivery.app;
  const now = clock();
  const late = await tidyOutbox(accounts, { now, keptSince: new Date(now.getTime() - KEPT_MS) });
  if (late > 0) delivery.tell('letters-too-late', { count: late });
  while (!isStopping()) {
    const at = clock();
    const claimed = await claimLetter(accounts, { now: at, leaseUntil: new Date(at.getTime() + LEASE_MS) });
    if (claimed === null) return;
    await deliver(delivery, claimed);
  }
}

async function deliver({ app: { accounts, clock }, outbox, mailer, tell }: Delivery, { id, kind, body, attempts }: WaitingLetter): Promise<void> {
  const letter = await outbox.open(id, body);
  // Of a key that was lost or is away: another process, or a restart, may have it.
  const sent = letter.ok ? await mailer.send(letter.value, { id, at: clock() }) : { ok: false as const, problem: { code: 'key', isFinal: false } };
  if (sent.ok) {
    await endLetter(accounts, id, { state: 'sent', failure: null, at: clock() });
    return tell('letter-sent', { kind, attempts });
  }
  const { code, isFinal } = sent.problem;
  if (isFinal) await endLetter(accounts, id, { state: 'refused', failure: code, at: clock() });
  else await postponeLetter(accounts, id, { failure: code, until: new Date(clock().getTime() + toWait(attempts)) });
  tell(isFinal ? 'letter-refused' : 'letter-waits', { kind, attempts, code });
}

const toWait = (attempts: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
