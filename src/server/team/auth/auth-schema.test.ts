/** What better-auth wants of the database is what the migration makes: an upgrade that needs more fails here, not in production. */
import { getMigrations } from 'better-auth/db/migration';
import { expect, it } from 'vitest';
import type { AccountsDatabase } from '../../../store/accounts/accounts-database.ts';
import { openAccounts } from '../../../store/accounts/open-accounts.ts';
import { migrateStore } from '../../../store/migrate-store.ts';
import { withClient } from '../../../store/postgres/with-client.ts';
import { describeWithStore, startTestStore } from '../../../store/testing/start-test-store.ts';
import { createLineLog } from '../log/create-line-log.ts';
import { toPublicAddresses } from '../public-addresses.ts';
import { toAuthOptions } from './auth-options.ts';

const clock = (): Date => new Date();

function optionsAt(accounts: AccountsDatabase, url: string) {
  return toAuthOptions({
    app: { accounts, clock, publicUrl: url, oidcIssuer: null, outbox: null },
    addresses: toPublicAddresses([url]),
    secret: 'a secret of this test, long enough to be one',
    oidc: null,
    trustedProxies: [],
    log: createLineLog({ write: () => {}, clock }),
    reportBug: () => {},
  });
}

/** What better-auth would still do to a migrated database on which `change` was made. */
async function planAfter(change: string): Promise<string> {
  const database = await startTestStore();
  await withClient(database.owner, migrateStore);
  if (change !== '') await withClient(database.owner, (client) => client.query(change));
  const accounts = openAccounts(database.auth);
  const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations(optionsAt(accounts, 'https://rounds.example'));
  const sql = await compileMigrations();
  await accounts.destroy();
  return JSON.stringify([toBeCreated.map(({ table }) => table), toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)]), sql.replace(/;$/, '')]);
}

describeWithStore('the tables of accounts', () => {
  it('are all that the installed better-auth asks for', async () => {
    expect(await planAfter('')).toBe(JSON.stringify([[], [], '']));
  });

  it('would be missed, were a column or a table not there', async () => {
    expect(await planAfter('alter table auth."session" drop column "userAgent"')).toContain('[["session",["userAgent"]]]');
    expect(await planAfter('drop table auth."deviceCode"')).toContain('["deviceCode"]');
  });

  it('give secure cookies to an address that is', async () => {
    const accounts = openAccounts((await startTestStore()).auth);
    const isSecure = (url: string): boolean => optionsAt(accounts, url).advanced.useSecureCookies;
    expect([isSecure('https://rounds.example'), isSecure('http://127.0.0.1:4790')]).toEqual([true, false]);
    await accounts.destroy();
  });
});
