/** `rounds backup`, `restore` and `rotate-keys` as whoever runs a team server meets them. */
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readEnvironment } from '../../../src/app/read-environment.ts';
import { openTeamDatabase } from '../../../src/app/team/open-team-database.ts';
import { migrateStore } from '../../../src/store/migrate-store.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { runRounds } from './run-rounds.ts';

describeWithStore('a team server’s backup', () => {
  const home = mkdtempSync(join(tmpdir(), 'rounds-backup-'));
  const file = join(home, 'team.backup');
  const [keys, otherHome] = [join(home, 'keys'), join(home, 'other')];
  const run = (args: string[], env: Record<string, string> = {}) => runRounds(args, { home, env: { ROUNDS_KEYS: keys, ...env } });
  const environment = { ...readEnvironment(), variables: { ROUNDS_HOME: join(home, 'state'), ROUNDS_KEYS: keys } };

  async function open() {
    const opened = await openTeamDatabase({ environment, tell: () => undefined });
    if (!opened.ok) throw new Error(opened.problem.what);
    return opened.value;
  }

  beforeAll(async () => {
    // Else, as root, its data would lie elsewhere and stay there.
    chmodSync(home, 0o711);
    expect(run(['backup', file])).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no team here yet') });
    expect(readdirSync(home)).not.toContain('state');
    const { database, keys: made } = await open();
    await made.encrypt('case-c_1', 'content', Buffer.from('shared'));
    await withClient(database.owner, async (client) => {
      await migrateStore(client);
      await client.query(
        `insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt") values ('ada', 'Ada', 'ada@example.com', true, now(), now())`,
      );
    });
    await database.close();
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test('is written once, for its owner’s eyes only, and restored where nobody is', () => {
    expect(run(['backup', file])).toMatchObject({ status: 0, stdout: `Wrote 1 account, 0 cases, 0 rounds and 0 lessons to ${file}.\n` });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(run(['backup', file])).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });
    expect(run(['backup', join(home, 'no', 'folder')])).toMatchObject({ status: 3, stderr: expect.stringContaining('cannot be written') });
    expect(run(['restore', file])).toMatchObject({ status: 2, stderr: expect.stringContaining('There is a team in this database already') });
    const restored = run(['restore', file, '--json'], { ROUNDS_HOME: otherHome });
    expect(JSON.parse(restored.stdout)).toMatchObject({ accounts: 1, lacksKeys: false });
    expect(run(['backup', `${file}.again`], { ROUNDS_HOME: otherHome }).status).toBe(0);
  });

  test('that is damaged is refused in one sentence', () => {
    const short = join(home, 'short.backup');
    cpSync(file, short);
    truncateSync(short, 9_000);
    expect(run(['restore', short], { ROUNDS_HOME: join(home, 'third') })).toMatchObject({ status: 3, stderr: expect.stringContaining('is damaged') });
    expect(run(['restore', join(home, 'none')], { ROUNDS_HOME: join(home, 'third') })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is not there'),
    });
  });

  test('needs no other keys after the master key was changed', async () => {
    const wrapped = readFileSync(join(keys, 'case-c_1.key'));
    const master = readFileSync(join(keys, 'master'));
    expect(run(['rotate-keys'])).toMatchObject({ status: 0, stdout: 'Wrapped 1 key with the new master key.\n' });
    expect(readFileSync(join(keys, 'master')).equals(master)).toBe(false);
    expect(readFileSync(join(keys, 'case-c_1.key')).equals(wrapped)).toBe(false);
    const { database, keys: opened } = await open();
    await database.close();
    expect(opened.readKey('case-c_1').ok).toBe(true);
  });
});
