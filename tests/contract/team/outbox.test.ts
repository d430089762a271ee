/** Letters that wait: neither lost nor held up by a process that ends, or by a mail server that fails. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { deliverLetters, type Delivery } from '../../../src/app/team/mail/deliver-letters.ts';
import { createOutbox, type Outbox, type OutgoingLetter } from '../../../src/app/team/mail/outbox.ts';
import { connectMailer } from '../../../src/mail/connect-mailer.ts';
import { startTestMailServer, type TestMailServerOptions } from '../../../src/mail/testing/start-test-mail-server.ts';
import type { AccountsDatabase } from '../../../src/store/accounts/accounts-database.ts';
import { openAccounts } from '../../../src/store/accounts/open-accounts.ts';
import { openKeys } from '../../../src/store/keys/open-keys.ts';
import { migrateStore } from '../../../src/store/migrate-store.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore, startTestStore, type TestStore } from '../../../src/store/testing/start-test-store.ts';
import { take } from '../server/start-test-server.ts';
import type { DeliverOrder } from './deliver-process.ts';

const DAY_MS = 86_400_000;

const refuseGone: TestMailServerOptions['onRcptTo'] = ({ address }, _session, done) =>
  done(address.startsWith('gone') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null);

describeWithStore('the outbox', () => {
  const keyFolder = mkdtempSync(join(tmpdir(), 'rounds-outbox-'));
  const keys = take(openKeys({ folder: keyFolder, variables: {} }));
  let now = Date.parse('2026-03-01T08:00:00Z');
  const clock = (): Date => new Date(now);
  const outbox: Outbox = createOutbox({ keys, clock });
  let database: TestStore;
  let accounts: AccountsDatabase;

  beforeAll(async () => {
    database = await startTestStore();
    await withClient(database.owner, migrateStore);
    accounts = openAccounts(database.auth);
  });
  beforeEach(() => accounts.deleteFrom('outbox').execute());
  afterAll(async () => {
    await accounts.destroy();
    rmSync(keyFolder, { recursive: true });
  });

  const letterTo = (to: string, rest: Partial<OutgoingLetter> = {}): OutgoingLetter => ({
    kind: 'invitation',
    person: null,
    letter: {
      to,
      subject: 'A secret of theirs',
      parts: [{ kind: 'link', label: 'Open', url: 'https://rounds.example/join#token-of-a-link' }],
      unsubscribe: null,
    },
    until: new Date(now + DAY_MS),
    ...rest,
  });
  const put = async (to: string, rest?: Partial<OutgoingLetter>): Promise<boolean> => take(await outbox.put(accounts, letterTo(to, rest)));
  const rows = () => accounts.selectFrom('outbox').selectAll().orderBy('created_at').execute();
  const told: string[] = [];

  async function withServer(
    options: TestMailServerOptions,
    work: (deliver: () => Promise<void>, received: () => readonly string[]) => Promise<void>,
  ): Promise<void> {
    const server = await startTestMailServer(options);
    told.length = 0;
    const delivery: Delivery = {
      app: { accounts, clock },
      outbox,
      mailer: connectMailer(server.settings),
      tell: (event, fields) => told.push([event, ...Object.values(fields)].join(' ')),
    };
    await work(
      () => deliverLetters(delivery),
      () => server.letters.map(({ envelopeTo: [to = ''], messageId }) => `${to} ${messageId}`),
    );
    await server.close();
  }

  it('sends each letter once, and keeps nothing of what it said', async () => {
    await put('anna@acme.example');
    await put('ben@acme.example');
    const kept = await withClient(database.owner, async (client) => (await client.query('select o::text, body from auth.outbox o')).rows);
    expect(kept).toHaveLength(2);
    for (const { o, body } of kept as { o: string; body: Buffer }[])
      for (const text of [o, body.toString('latin1')]) expect(text).not.toMatch(/anna|acme|secret|token-of/);
    await withServer({}, async (deliver, received) => {
      await Promise.all([deliver(), deliver()]);
      await deliver();
      expect(
        received()
          .map((line) => line.split(' ')[0])
          .toSorted(),
      ).toEqual(['anna@acme.example', 'ben@acme.example']);
    });
    expect((await rows()).map(({ state, body }) => [state, body])).toEqual([
      ['sent', null],
      ['sent', null],
    ]);
    expect(told).toEqual(['letter-sent invitation 1', 'letter-sent invitation 1']);
  });

  it('tries again later, later each time, and gives up when nobody would want it any more', async () => {
    await put('anna@acme.example');
    const [written] = await rows();
    await withServer({ fails: () => true }, async (deliver, received) => {
      const waits: number[] = [];
      for (let pass = 0; pass < 9; pass += 1) {
        await deliver();
        const [row] = await rows();
        waits.push(((row?.next_at.getTime() ?? 0) - now) / 60_000);
        await deliver();
        expect((await rows())[0]?.attempts).toBe(pass + 1);
        now = row?.next_at.getTime() ?? 0;
      }
      expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60]);
      expect(received()).toEqual([]);
      now += DAY_MS;
      await deliver();
    });
    expect((await rows()).map(({ id, state, body, failure }) => ({ id, state, body, failure }))).toEqual([
      { id: written?.id, state: 'too-late', body: null, failure: 'EMESSAGE 451' },
    ]);
    expect(told.at(-1)).toBe('letters-too-late 1');
  });

  it('does not send again to who was refused for good, and goes on with the others', async () => {
    await put('gone@acme.example');
    await put('ben@acme.example');
    await withServer({ onRcptTo: refuseGone }, async (deliver, received) => {
      await deliver();
      expect(received()).toHaveLength(1);
    });
    expect((await rows()).map(({ state, failure }) => [state, failure]).toSorted()).toEqual([
      ['refused', 'EENVELOPE 550'],
      ['sent', null],
    ]);
  });

  it('tells what is told once only once, and forgets it after a month', async () => {
    expect(await put('anna@acme.example', { reason: 'digest anna 2026-W09' })).toBe(true);
    expect(await put('anna@acme.example', { reason: 'digest anna 2026-W09' })).toBe(false);
    await withServer({}, async (deliver, received) => {
      await deliver();
      expect(await put('anna@acme.example', { reason: 'digest anna 2026-W09' })).toBe(false);
      now += 31 * DAY_MS;
      await deliver();
      expect(received()).toHaveLength(1);
    });
    expect(await rows()).toEqual([]);
  });

  it('writes nothing where the transaction is not written', async () => {
    await accounts
      .transaction()
      .execute(async (tx) => {
        take(await outbox.put(tx, letterTo('anna@acme.example')));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await rows()).toEqual([]);
  });

  it('gives every letter to somebody: two processes, a mail server that fails at random, one process killed', async () => {
    const COUNT = 40;
    now = Date.now();
    for (let n = 0; n < COUNT; n += 1) await put(`person${n}@acme.example`, { until: new Date(now + 365 * DAY_MS) });
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const server = await startTestMailServer({ fails: () => random() < 0.3, breaksAfter: () => random() < 0.1 });
    const order: DeliverOrder = { auth: database.auth, keys: keyFolder, settings: server.settings, began: now, speed: 200 };
    const processes: ChildProcess[] = [];
    const begin = async (): Promise<ChildProcess> => {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'deliver-process.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] });
      processes.push(child);
      await once(child.stdout, 'data');
      return child;
    };
    try {
      const [first] = await Promise.all([begin(), begin()]);
      await server.waitFor(8);
      first?.kill('SIGKILL');
      await begin();
      while ((await rows()).some(({ state }) => state === 'waiting')) await sleep(50);
    } finally {
      for (const child of processes) child.kill('SIGKILL');
    }
    const idsByPerson = Map.groupBy(server.letters, ({ envelopeTo: [to = ''] }) => to);
    expect(idsByPerson.size).toBe(COUNT);
    // Those that arrived twice are one letter for a mail program.
    for (const [, letters] of idsByPerson) expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1);
    expect((await rows()).map(({ state }) => state)).toEqual(Array.from({ length: COUNT }, () => 'sent'));
    // The test would see nothing had nothing failed.
    expect((await rows()).some(({ attempts }) => attempts > 1)).toBe(true);
    await server.close();
  }, 120_000);
});
