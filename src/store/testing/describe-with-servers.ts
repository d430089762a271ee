import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openGiven } from '../postgres/open-given.ts';
import type { Connection, OpenedPostgres } from '../postgres/opened-postgres.ts';
import { withClient } from '../postgres/with-client.ts';
import { findSystemPrograms, startGivenServer, type GivenServer } from './find-given-server.ts';
import { describeWithStore, startTestStore, type TestStore } from './start-test-store.ts';

export type StartStore = () => Promise<Pick<TestStore, 'owner' | 'app' | 'auth'>>;

/**
 * The same tests on the server that comes with Rounds and on one that somebody else runs: that of DATABASE_URL, whose user must
 * then be allowed to make databases, else the system's own programs. Skipped where a machine has neither.
 */
export function describeWithServers(name: string, tests: (startStore: StartStore) => void): void {
  describeWithStore(`${name}, on the server that comes with Rounds`, () => tests(startTestStore));
  const databaseUrl = process.env['DATABASE_URL'];
  const bin = findSystemPrograms();
  describe.skipIf(!databaseUrl && !bin)(`${name}, on a server of one’s own`, () => {
    const keys = mkdtempSync(join(tmpdir(), 'rounds-keys-'));
    const made: string[] = [];
    let server: GivenServer | undefined;
    let opened: Promise<OpenedPostgres> | undefined;

    async function open(): Promise<OpenedPostgres> {
      if (!databaseUrl) server = await startGivenServer(bin ?? '');
      const given = await openGiven({ databaseUrl: databaseUrl ?? server?.databaseUrl ?? '', keys });
      if (!given.ok) throw new Error(given.problem.what);
      return given.value;
    }

    afterAll(async () => {
      if (server) await server.close();
      else if (opened) {
        const { owner } = await opened;
        for (const database of made) await withClient(owner, (client) => client.query(`drop database ${database}`));
      }
      rmSync(keys, { recursive: true });
    });

    tests(async () => {
      const { owner, app, auth } = await (opened ??= open());
      const database = `test_${randomBytes(6).toString('hex')}`;
      await withClient(owner, (client) => client.query(`create database ${database}`));
      made.push(database);
      const inIt = (connection: Connection): Connection => ({ ...connection, connectionString: withDatabase(connection.connectionString ?? '', database) });
      return { owner: inIt(owner), app: inIt(app), auth: inIt(auth) };
    });
  });
}

const withDatabase = (url: string, database: string): string => url.replace(/^(\w+:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${database}`);
