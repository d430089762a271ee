import { expect, test } from 'vitest';
import { withClient } from '../postgres/with-client.ts';
import { describeWithStore, startTestStore } from './start-test-store.ts';

describeWithStore('a store for tests', () => {
  test('every call is an empty database for three roles of which only the owner can lift row-level security', async () => {
    const [one, other] = await Promise.all([startTestStore(), startTestStore()]);
    await withClient(one.owner, (client) => client.query('create table toy (n int)'));
    const tables = await withClient(other.owner, (client) => client.query("select from pg_tables where tablename = 'toy'"));
    expect(tables.rowCount).toBe(0);
    for (const [connection, name] of [
      [one.app, 'rounds_app'],
      [one.auth, 'rounds_auth'],
      [one.owner, 'rounds_owner'],
    ] as const) {
      const { rows } = await withClient(connection, (client) =>
        client.query('select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user'),
      );
      expect(rows).toEqual([{ rolname: name, rolsuper: false, rolbypassrls: false, rolcreaterole: name === 'rounds_owner' }]);
    }
  });
});
