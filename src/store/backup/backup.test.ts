import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateStore } from '../migrate-store.ts';
import type { Connection } from '../postgres/opened-postgres.ts';
import { withClient } from '../postgres/with-client.ts';
import { describeWithServers } from '../testing/describe-with-servers.ts';
import { listTables } from './list-tables.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'rounds-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Two people of one organisation, who came in as people do: through the accounts, whose triggers make what the store knows of them. */
const PEOPLE = /* sql */ `
  insert into auth."organization" ("id", "name", "slug", "createdAt") values ('o', 'Öne "team"', 'one', now());
  insert into auth."user" ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
    values ('ada', E'Ada\\tTab \\\\ \\n line', 'ada@example.com', true, now(), now()), ('bo', '', 'bo@example.com', true, now(), now());
  insert into auth."member" ("id", "organizationId", "userId", "role", "createdAt") values ('m1', 'o', 'ada', 'owner', now()), ('m2', 'o', 'bo', 'member', now());
  update rounds.person set name = 'Ada, as written by hand' where id = 'ada';
  insert into rounds.pair (id, organisation, name, created_by) values ('g_0123456789abcdef', 'o', 'pair', 'ada');
  insert into rounds.shared_case (id, organisation, pair, owner, kind, content, created_at)
    select 'c_' || lpad(to_hex(n), 16, '0'), 'o', 'g_0123456789abcdef', 'ada', 'moment', (select string_agg(sha256(convert_to(n || '.' || i, 'UTF8')), '') from generate_series(1, 300) i), now()
    from generate_series(1, 200) n;
`;

/** Every row of every table as text, and what guards them. */
async function readAll(client: Client): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const { name } of await listTables(client)) all[name] = (await client.query(`select t::text as row from ${name} t order by 1`)).rows;
  const guards = await client.query(
    `select c.oid::regclass::text as name, relrowsecurity, relforcerowsecurity,
       (select jsonb_agg(jsonb_build_array(tgname, tgenabled) order by tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers
     from pg_class c where relkind = 'r' and relnamespace in ('auth'::regnamespace, 'rounds'::regnamespace) order by 1`,
  );
  return { all, guards: guards.rows };
}

const backUp = (connection: Connection, to: string) => withClient(connection, (client) => writeBackup(client, { file: to, rounds: '1.2.3', at: new Date(0) }));
const restore = (connection: Connection, from: string) => withClient(connection, (client) => restoreBackup(client, from));
/** The migrations of a database made anew have times of their own. */
const withoutTimes = (all: unknown): string => JSON.stringify(all).replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+00/g, '');

describeWithServers('backup and restore', (startStore) => {
  let filled: Connection;
  let file: string;

  beforeAll(async () => {
    filled = (await startStore()).owner;
    file = join(mkdtempSync(join(folder, 'of-')), 'team.backup');
    await withClient(filled, async (client) => {
      await migrateStore(client);
      await client.query(PEOPLE);
    });
    await backUp(filled, file);
  });

  test('brings every row and every guard back, and a backup of it holds the same', async () => {
    const { owner } = await startStore();
    const restored = await restore(owner, file);
    if (!restored.ok) throw new Error(restored.problem.what);
    expect(await withClient(owner, readAll)).toEqual(await withClient(filled, readAll));
    const again = await backUp(owner, `${file}.again`);
    expect(again).toEqual(restored.value);
    expect(again.tables.find(({ name }) => name === '"rounds"."shared_case"')?.rows).toBe(200);
  });

  test('holds one moment, whatever is written meanwhile, and is for its owner’s eyes only', async () => {
    const { owner } = await startStore();
    expect((await restore(owner, file)).ok).toBe(true);
    const stopping = new AbortController();
    let pairs = 1;
    const write = async (client: Client): Promise<void> => {
      const id = `g_${String(++pairs).padStart(16, '0')}`;
      await client.query('begin');
      await client.query(`insert into rounds.pair (id, organisation, name, created_by) values ('${id}', 'o', 'pair', 'ada')`);
      await client.query(`insert into rounds.pair_member (pair, organisation, person) values ('${id}', 'o', 'ada'), ('${id}', 'o', 'bo')`);
      await client.query('commit');
    };
    await withClient(owner, write);
    const writing = withClient(owner, async (client) => {
      while (!stopping.signal.aborted) await write(client);
    });
    const meanwhile = `${file}.meanwhile`;
    const { tables } = await backUp(owner, meanwhile);
    stopping.abort();
    await writing;
    const rows = (table: string): number => tables.find(({ name }) => name === `"rounds"."${table}"`)?.rows ?? 0;
    expect(rows('pair_member')).toBe(2 * (rows('pair') - 1));
    expect(rows('pair')).toBeGreaterThan(1);
    expect(rows('pair')).toBeLessThan(pairs);
    expect(statSync(meanwhile).mode & 0o077).toBe(0);
    expect((await restore((await startStore()).owner, meanwhile)).ok).toBe(true);
  });

  test('is not restored over a team', async () => {
    const before = await withClient(filled, readAll);
    expect(await restore(filled, file)).toMatchObject({ problem: { tag: 'conflict', why: 'It has 2 accounts.' } });
    expect(await withClient(filled, readAll)).toEqual(before);
  });

  test('takes the place of a server that was only started', async () => {
    const { owner } = await startStore();
    await withClient(owner, async (client) => {
      await migrateStore(client);
      await client.query("insert into auth.set_up_link (hash, expires_at, is_first) values ('h', now(), true)");
    });
    expect((await restore(owner, file)).ok).toBe(true);
    expect(await withClient(owner, readAll)).toEqual(await withClient(filled, readAll));
  });

  test('damaged anywhere, cut short, or of something else, leaves the database empty', async () => {
    const bytes = readFileSync(file);
    const { owner } = await startStore();
    await withClient(owner, (client) => migrateStore(client));
    const empty = await withClient(owner, readAll);
    const changed = (at: number): Buffer => Buffer.from(bytes).fill((bytes[at] ?? 0) ^ 0x55, at, at + 1);
    const places = Array.from({ length: 8 }, (_, n) => Math.floor((bytes.length * (n + 0.5)) / 8));
    const broken = [...places.map(changed), bytes.subarray(0, bytes.length / 2), bytes.subarray(0, 200), Buffer.from('not a backup'), Buffer.alloc(0)];
    let refused = 0;
    for (const [n, content] of broken.entries()) {
      writeFileSync(`${file}.${n}`, content);
      const restored = await restore(owner, `${file}.${n}`);
      // A byte that means nothing, in the free part of a page, may be changed without harm.
      if (restored.ok) {
        expect(await withClient(owner, readAll)).toEqual(await withClient(filled, readAll));
        await withClient(owner, (client) => client.query('drop schema auth cascade; drop schema rounds cascade'));
        await withClient(owner, (client) => migrateStore(client));
        continue;
      }
      refused += 1;
      expect(restored.problem.tag).toBe('bad-input');
      expect(withoutTimes(await withClient(owner, readAll))).toEqual(withoutTimes(empty));
    }
    expect(refused).toBeGreaterThanOrEqual(10);
    expect(await restore(owner, join(folder, 'nothing'))).toMatchObject({ problem: { tag: 'not-found' } });
  });
});
