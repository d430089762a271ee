import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { connectMailer } from '../../mail/connect-mailer.ts';
import type { MailSettings } from '../../mail/read-mail-settings.ts';
import { openAccounts } from '../../store/accounts/open-accounts.ts';
import { connectStore } from '../../store/connect-store.ts';
import type { Keys } from '../../store/keys/open-keys.ts';
import { listenForChanges } from '../../store/listen-for-changes.ts';
import { migrateStore } from '../../store/migrate-store.ts';
import type { OpenedPostgres } from '../../store/postgres/opened-postgres.ts';
import { withClient } from '../../store/postgres/with-client.ts';
import { createIssuerKeys } from './credentials/issuer-keys.ts';
import { createOutbox } from './mail/outbox.ts';
import type { TeamApp } from './team-app.ts';

export interface TeamAppInput {
  readonly database: Pick<OpenedPostgres, 'owner' | 'app' | 'auth'>;
  readonly keys: Keys;
  readonly publicUrl: string;
  readonly oidcIssuer: string | null;
  /** The mail server; null where there is none, and nothing is sent. */
  readonly mail: MailSettings | null;
  readonly clock: () => Date;
}

export interface OpenedTeamApp {
  readonly app: TeamApp;
  /** Signs cookies; kept with the keys, so that every process of one team server has the same. */
  readonly secret: string;
  /** Ends the connections; the database itself goes on. */
  readonly close: () => Promise<void>;
}

/** Brings the database to the present shape and joins it with the rest. `storage` where a newer Rounds has changed it already. */
export async function openTeamApp({ database, keys, publicUrl, oidcIssuer, mail, clock }: TeamAppInput): Promise<Result<OpenedTeamApp, Problem>> {
  const secret = await keys.createKey('cookies');
  if (!secret.ok) return secret;
  const isKnown = await withClient(database.owner, migrateStore);
  if (!isKnown) {
    return failed(
      problem('storage', 'A newer Rounds has changed this database.', { why: 'An older one could spoil what it keeps there.', next: 'Update this Rounds.' }),
    );
  }
  const store = connectStore(database.app);
  const accounts = openAccounts(database.auth);
  const changes = listenForChanges(database.app);
  return ok({
    app: {
      store,
      keys,
      issuers: createIssuerKeys(keys),
      changes,
      accounts,
      clock,
      publicUrl,
      oidcIssuer,
      outbox: mail && createOutbox({ keys, clock }),
      mailer: mail && connectMailer(mail),
    },
    secret: secret.value.toString('base64url'),
    close: async () => {
      await changes.close();
      await store.close();
      await accounts.destroy();
    },
  });
}
