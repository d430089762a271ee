/** What better-auth wants of the database is what the migration makes: an upgrade that needs more fails here, not in production. */
import { getMigrations } from 'better-auth/db/migration';
import { expect, it } from 'vitest';
import { openAccounts } from '../../../store/accounts/open-accounts.ts';
import { migrateStore } from '../../../store/migrate-store.ts';
import { withClient } from '../../../store/postgres/with-client.ts';
import { describeWithStore, startTestStore } from '../../../store/testing/start-test-store.ts';
import { createLineLog } from '../log/create-line-log.ts';
import { toPublicAddresses } from '../public-addresses.ts';
import { toAuthOptions } from './auth-options.ts';

const url = 'https://rounds.example';

describeWithStore('the tables of accounts', () => {
  async function plan(change: string | null): Promise<string> {
    const database = await startTestStore();
    await withClient(database.owner, migrateStore);
    if (change !== null) await withClient(database.owner, (client) => client.query(change));
    const accounts = openAccounts(database.auth);
    const clock = (): Date => new Date();
    const options = toAuthOptions({
      app: { accounts, clock, publicUrl: url, oidcIssuer: null },
      addresses: toPublicAddresses([url]),
      secret: 'a secret of this test, long enough to be one',
      oidc: null,
      trustedProxies: [],
      log: createLineLog({ write: () => {}, clock }),
    });
    const { toBeCreated, toBeAdded, compileMigrations } = await getMigrations(options);
    const sql = await compileMigrations();
    await accounts.destroy();
    return JSON.stringify([toBeCreated.map(({ table }) => table), toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)]), sql.replace(/;$/, '')]);
  }

  it('are all that the installed better-auth asks for', async () => {
    expect(await plan(null)).toBe(JSON.stringify([[], [], '']));
  });

  it('would be missed, were a column or a table not there', async () => {
    expect(await plan('alter table auth."session" drop column "userAgent"')).toContain('[["session",["userAgent"]]]');
    expect(await plan('drop table auth."deviceCode"')).toContain('["deviceCode"]');
  });

  it('give secure cookies to an address that is', async () => {
    const database = await startTestStore();
    const accounts = openAccounts(database.auth);
    const clock = (): Date => new Date();
    const secureOf = (address: string): boolean =>
      toAuthOptions({
        app: { accounts, clock, publicUrl: address, oidcIssuer: null },
        addresses: toPublicAddresses([address]),
        secret: 'x'.repeat(43),
        oidc: null,
        trustedProxies: [],
        log: createLineLog({ write: () => {}, clock }),
      }).advanced.useSecureCookies;
    expect([secureOf(url), secureOf('http://127.0.0.1:4790')]).toEqual([true, false]);
    await accounts.destroy();
  });
});
