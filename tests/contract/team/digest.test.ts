/** The weekly letter: what waits for its reader, when they asked for it, and nothing else. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { MailView } from '../../../src/model/api/team/mail.ts';
import { putDigests } from '../../../src/app/team/mail/digest/put-digests.ts';
import { startTestMailServer, type ReceivedLetter, type TestMailServer } from '../../../src/mail/testing/start-test-mail-server.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { sendTo } from '../server/start-test-server.ts';
import { asOwner } from './as-role.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { insertProgramme } from './insert-programme.ts';
import { read, whoIs } from './read.ts';

const HOUR_MS = 3_600_000;
// 09:30 on a Monday in Auckland, Sunday evening in UTC.
const MONDAY = Date.parse('2026-03-01T20:30:00Z');
const WEEK_MS = 7 * 24 * HOUR_MS;

const choose = async (who: Browser, weekly: boolean, weekday = 1): Promise<MailView> =>
  read(await who.put('/api/team/mail', { weekly, weekday, zone: 'Pacific/Auckland' }));

describeWithStore('the weekly letter', () => {
  let mail: TestMailServer;
  let team: TestTeam;
  let owner: Browser;
  let anna: Browser;
  let ben: Browser;
  let now = MONDAY - 3 * 24 * HOUR_MS;
  let mark = '';

  /** As the server does by itself now and then, from two processes at once. */
  const due = async (): Promise<void> => {
    const { outbox } = team.app;
    if (outbox === null) throw new Error('no mail server');
    await Promise.all([putDigests(team.app, outbox), putDigests(team.app, outbox)]);
  };
  const queued = async (): Promise<number> =>
    withClient(team.database.owner, async (client) =>
      Number((await client.query<{ count: string }>(`select count(*) from auth.outbox where kind = 'digest'`)).rows[0]?.count),
    );
  const digests = (): ReceivedLetter[] => mail.letters.filter(({ subject }) => subject === 'Your week on Rounds');
  const nextDigest = async (count: number): Promise<ReceivedLetter | undefined> => {
    while (digests().length < count) await mail.waitFor(mail.letters.length + 1);
    return digests()[count - 1];
  };

  beforeAll(async () => {
    mail = await startTestMailServer();
    team = await startTestTeam({ mail, clock: () => new Date(now), digestEveryMs: 3_600_000 });
    owner = await team.foundOrganisation('acme');
    anna = await team.join(owner, 'anna@acme.example');
    ben = await team.join(owner, 'ben@acme.example');
    const [boss, learner, teacher] = [await whoIs(owner), await whoIs(anna), await whoIs(ben)];
    const startsAt = '2026-01-05T00:00:00Z';
    const year = await insertProgramme(team, { lead: boss.id, preceptee: learner.id, preceptor: teacher.id, startsAt });
    mark = 'MARK-of-a-case';
    const shared = await read<SharedCase>(await ben.post('/api/team/cases', sampleCase(year.pair, mark)));
    await ben.post('/api/team/rounds', { case: shared.id, people: [learner.id] });
    await asOwner(
      team,
      `insert into rounds.meeting (id, organisation, programme, kind, starts_at, minutes, created_by, changed_at)
      values ('a_00000000000000aa', '${learner.organisation.id}', '${year.programme}', 'check-in', '2026-03-03T20:00:00Z', 30, '${learner.id}', now())`,
    );
  }, 60_000);
  beforeEach(() => expect(team.bugs).toEqual([]));
  afterAll(async () => {
    await team.stop();
    await mail.close();
  });

  it('comes to nobody who did not ask for it', async () => {
    expect(await read<MailView>(await anna.get('/api/team/mail'))).toMatchObject({ sendsMail: true, weekly: false, calendar: null });
    now = MONDAY;
    await due();
    expect(await queued()).toBe(0);
  });

  it('comes on the day of one’s choice, in the morning of where one is, once', async () => {
    await choose(anna, true);
    for (const hours of [-24, -2, 3]) {
      now = MONDAY + hours * HOUR_MS;
      await due();
      expect([hours, await queued()]).toEqual([hours, 0]);
    }
    now = MONDAY;
    await due();
    await due();
    expect(await queued()).toBe(1);
    const letter = await nextDigest(1);
    expect(letter?.envelopeTo).toEqual(['anna@acme.example']);
  });

  it('says how many rounds wait, with whom one meets and when there, what is due, and nothing of what is in them', async () => {
    const text = (await nextDigest(1))?.text ?? '';
    expect(text).toContain('- One round waits for your judgement.');
    expect(text).toContain('- The page of this week with ben waits for you.');
    expect(text).toContain('- Wednesday 4 March at 09:00: check-in with ben.');
    expect(text).toContain('- Due around Thursday 5 March: review, in your year with ben.');
    const raw = `${text}${(await nextDigest(1))?.html}${(await nextDigest(1))?.subject}`;
    for (const word of [mark, 'sleep', 'retry', 'race', 'accept', 'belief', '@acme.example', 'src=']) expect([word, raw.includes(word)]).toEqual([word, false]);
  });

  it('does not come twice in a week, however the day is changed', async () => {
    for (const weekday of [2, 3, 4, 5, 6, 7]) {
      await choose(anna, true, weekday);
      now = MONDAY + (weekday - 1) * 24 * HOUR_MS;
      await due();
    }
    expect(await queued()).toBe(1);
    await choose(anna, true, 1);
    now = MONDAY + WEEK_MS;
    await due();
    expect(await queued()).toBe(2);
    await nextDigest(2);
  });

  it('does not come in a week in which nothing waits', async () => {
    const cleo = await team.join(owner, 'cleo@acme.example');
    await choose(cleo, true);
    now = MONDAY + 2 * WEEK_MS;
    await due();
    await nextDigest(3);
    expect(digests().map(({ envelopeTo: [to] }) => to)).not.toContain('cleo@acme.example');
  });

  it('says nothing to a lead of those they lead', async () => {
    await choose(owner, true);
    now = MONDAY + 3 * WEEK_MS;
    await due();
    await nextDigest(4);
    expect(digests().map(({ envelopeTo: [to] }) => to)).toEqual(Array.from({ length: 4 }, () => 'anna@acme.example'));
  });

  it('ends with one click of a mail program, or of a person who is asked first', async () => {
    await choose(ben, true);
    now = MONDAY + 4 * WEEK_MS;
    await due();
    while (!digests().some(({ envelopeTo: [to] }) => to === 'ben@acme.example')) await mail.waitFor(mail.letters.length + 1);
    const letter = digests().find(({ envelopeTo: [to] }) => to === 'ben@acme.example');
    const address = new URL(/<(.+)>/.exec(letter?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '')?.[1] ?? 'none:');
    const page = await sendTo(team.port, {
      method: 'GET',
      path: address.pathname + address.search,
      headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    });
    expect([page.status, page.headers['location']]).toEqual([303, `/unsubscribe#${address.searchParams.get('token')}`]);
    expect(letter?.text).toContain(`${team.url}/unsubscribe#${address.searchParams.get('token')}`);
    expect(await read<MailView>(await ben.get('/api/team/mail'))).toMatchObject({ weekly: true });

    const post = (token: string) => sendTo(team.port, { method: 'POST', path: `${address.pathname}?token=${token}`, headers: {} });
    const token = address.searchParams.get('token') ?? '';
    expect((await post(`${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`)).status).toBe(404);
    expect((await post('A'.repeat(60))).status).toBe(404);
    expect((await post(token)).status).toBe(204);
    expect(await read<MailView>(await ben.get('/api/team/mail'))).toMatchObject({ weekly: false });
    expect(await read<MailView>(await anna.get('/api/team/mail'))).toMatchObject({ weekly: true });
    expect(team.logged()).not.toContain(token);
  });

  it('can be tried by an owner, who is told what the mail server says', async () => {
    expect((await owner.post('/api/team/mail/trial')).status).toBe(204);
    expect(mail.letters.at(-1)).toMatchObject({ subject: 'A trial letter from Rounds' });
    expect((await anna.post('/api/team/mail/trial')).status).toBe(403);
  });

  it('refuses a place that is none', async () => {
    expect((await anna.put('/api/team/mail', { weekly: true, weekday: 1, zone: 'Nowhere/Land' })).status).toBe(400);
    expect((await anna.put('/api/team/mail', { weekly: true, weekday: 8, zone: 'UTC' })).status).toBe(400);
  });
});
