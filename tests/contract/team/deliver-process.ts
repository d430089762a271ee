/** A process that sends the letters of a database, as one of several of a team server does. Its time runs faster, so that waits are short. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createOutbox } from '../../../src/app/team/mail/outbox.ts';
import { deliverLetters } from '../../../src/app/team/mail/deliver-letters.ts';
import { connectMailer } from '../../../src/mail/connect-mailer.ts';
import type { MailSettings } from '../../../src/mail/read-mail-settings.ts';
import { openAccounts } from '../../../src/store/accounts/open-accounts.ts';
import { openKeys } from '../../../src/store/keys/open-keys.ts';
import type { Connection } from '../../../src/store/postgres/opened-postgres.ts';
import { take } from '../server/start-test-server.ts';

export interface DeliverOrder {
  readonly auth: Connection;
  readonly keys: string;
  readonly settings: MailSettings;
  readonly began: number;
  readonly speed: number;
}

const { auth, keys, settings, began, speed } = JSON.parse(process.argv[2] ?? '') as DeliverOrder;
const clock = (): Date => new Date(began + (Date.now() - began) * speed);
const outbox = createOutbox({ keys: take(openKeys({ folder: keys, variables: {} })), clock });
const app = { accounts: openAccounts(auth), clock };
process.stdout.write('ready\n');
while (true) {
  await deliverLetters({ app, outbox, mailer: connectMailer(settings), tell: (event, { attempts }) => void process.stdout.write(`${event} ${attempts}\n`) });
  await sleep(20);
}
