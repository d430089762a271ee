import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSystemPrograms, startGivenServer, type GivenServer } from '../testing/find-given-server.ts';
import { openGiven, withUser } from './open-given.ts';
import { withClient } from './with-client.ts';

describe('the address for another user', () => {
  test.each([
    ['postgres://me:old@host:5433/db', 'postgres://app:n%2Fw@host:5433/db'],
    ['postgresql://host/db?sslmode=require', 'postgresql://app:n%2Fw@host/db?sslmode=require'],
    ['postgresql:///db?host=/run/pg&user=me&password=old&port=1', 'postgresql://app:n%2Fw@/db?host=/run/pg&port=1'],
  ])('%s', (url, expected) => expect(withUser(url, 'app', 'n/w')).toBe(expected));
});

test('an address that leads nowhere is a problem that does not repeat the password', async () => {
  const keys = mkdtempSync(join(tmpdir(), 'rounds-keys-'));
  for (const databaseUrl of ['mysql://me:secret@host/db', 'postgres://me:secret@127.0.0.1:1/db']) {
    const opened = await openGiven({ databaseUrl, keys });
    expect(opened.ok).toBe(false);
    expect(JSON.stringify(opened)).not.toContain('secret');
  }
  rmSync(keys, { recursive: true });
});

const bin = findSystemPrograms();
describe.skipIf(!bin)('a server of one’s own', () => {
  const keys = mkdtempSync(join(tmpdir(), 'rounds-keys-'));
  let server: GivenServer;
  beforeAll(async () => void (server = await startGivenServer(bin ?? '')));
  afterAll(async () => {
    await server.close();
    rmSync(keys, { recursive: true });
  });

  test('gets the two roles that Rounds works as, with passwords that every process with the same keys knows', async () => {
    const opened = await Promise.all([openGiven({ databaseUrl: server.databaseUrl, keys }), openGiven({ databaseUrl: server.databaseUrl, keys })]);
    for (const each of opened) {
      if (!each.ok) throw new Error(each.problem.why);
      for (const [connection, name] of [
        [each.value.app, 'rounds_app'],
        [each.value.auth, 'rounds_auth'],
      ] as const) {
        const { rows } = await withClient(connection, (client) =>
          client.query('select current_user as name, rolsuper or rolbypassrls or rolcreaterole as mighty from pg_roles where rolname = current_user'),
        );
        expect(rows).toEqual([{ name, mighty: false }]);
      }
    }
  });

  test('that does not know the user, or does not let it make roles, is a problem that says so', async () => {
    const unknown = await openGiven({ databaseUrl: withUser(server.databaseUrl, 'nobody_here', 'x'), keys });
    expect(unknown).toMatchObject({ problem: { tag: 'cannot-reach', what: 'The PostgreSQL server of DATABASE_URL does not let us in.' } });
    const opened = await openGiven({ databaseUrl: server.databaseUrl, keys });
    if (!opened.ok) throw new Error(opened.problem.what);
    const asApp = await openGiven({ databaseUrl: String(opened.value.app.connectionString), keys });
    expect(asApp).toMatchObject({ problem: { tag: 'not-allowed' } });
  });
});
