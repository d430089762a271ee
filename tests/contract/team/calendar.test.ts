/** A person's year for calendar programs: at an address that only they know, and with nothing but when, what and with whom. */
import { sync, type VEvent } from 'node-ical';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Me } from '../../../src/model/api/team/accounts.ts';
import type { MadeCalendarLink, MailView } from '../../../src/model/api/team/mail.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { asOwner } from './as-role.ts';
import type { Browser } from './create-browser.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { insertProgramme } from './insert-programme.ts';
import { read, whoIs } from './read.ts';

const eventsIn = (text: string): VEvent[] => Object.values(sync.parseICS(text)).filter((each) => each?.type === 'VEVENT') as VEvent[];
const ZONE = { zone: 'America/New_York' };

const pathOf = ({ url }: MadeCalendarLink): string => new URL(url).pathname;

const makeLink = async (by: Browser): Promise<string> => pathOf(await read<MadeCalendarLink>(await by.post('/api/team/calendar-link', ZONE)));

describeWithStore('a calendar of one’s year', () => {
  let team: TestTeam;
  let learner: Me;
  let teacher: Me;
  let owner: Browser;
  let anna: Browser;
  let ben: Browser;

  beforeAll(async () => {
    team = await startTestTeam();
    owner = await team.foundOrganisation('acme');
    anna = await team.join(owner, 'anna@acme.example');
    ben = await team.join(owner, 'ben@acme.example');
    [learner, teacher] = [await whoIs(anna), await whoIs(ben)];
    const startsAt = '2026-01-05T03:00:00Z';
    const year = await insertProgramme(team, { lead: (await whoIs(owner)).id, preceptee: learner.id, preceptor: teacher.id, startsAt });
    const meeting = (id: string, rest: string): string =>
      `('a_00000000000000${id}', '${learner.organisation.id}', '${year.programme}', ${rest}, '${learner.id}'`;
    await asOwner(
      team,
      `insert into rounds.meeting (id, organisation, programme, kind, starts_at, minutes, created_by, sequence, changed_at, cancelled_at) values
      ${meeting('aa', `'check-in', '2026-03-30T08:00:00Z', 45`)}, 2, '2026-03-01T00:00:00Z', null),
      ${meeting('bb', `'review', '2026-04-01T08:00:00Z', 60`)}, 1, '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z')`,
    );
    await asOwner(
      team,
      `insert into rounds.meeting_note (meeting, organisation, programme, preceptee, preceptor, place, words, at)
      select id, organisation, programme, '${learner.id}', '${teacher.id}', 'the secret place', 'what was said', now() from rounds.meeting`,
    );
  }, 60_000);
  afterAll(() => team.stop());

  it('is at an address told once, for programs that send neither cookie nor header', async () => {
    const path = await makeLink(anna);
    expect(path).toMatch(/^\/api\/calendar\/[\w-]{43}\.ics$/);
    const answered = await team.browser().get(path);
    expect([answered.status, answered.headers.get('content-type'), answered.headers.get('cache-control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'private, no-cache',
    ]);
    const text = await answered.text();
    const events = eventsIn(text);
    const meetings = events.filter(({ uid }) => uid.startsWith('a_'));
    expect(meetings.map(({ summary, status, start }) => [summary, status, start.toISOString()])).toEqual([
      ['Rounds: check-in with ben', 'CONFIRMED', '2026-03-30T08:00:00.000Z'],
      ['Rounds: review with ben', 'CANCELLED', '2026-04-01T08:00:00.000Z'],
    ]);
    // Still the evening before in New York.
    expect(text).toContain('DTSTART;VALUE=DATE:20260104');
    for (const word of ['secret', 'said', 'example', teacher.id]) expect(text).not.toContain(word);
    const again = await team.browser().get(path, { 'if-none-match': answered.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(await read<MailView>(await anna.get('/api/team/mail'))).toMatchObject({
      zone: ZONE.zone,
      weekly: false,
      calendar: { lastUsedOn: expect.any(String) as string },
    });
  });

  it('says to each with whom, and holds nothing for who only leads', async () => {
    const [hers, leads] = await Promise.all([ben, owner].map(async (who) => (await who.get('/api/team/calendar')).text()));
    expect(eventsIn(hers ?? '').map(({ summary }) => summary)).toContain('Rounds: check-in with anna');
    expect(eventsIn(leads ?? '')).toEqual([]);
  });

  it('ends with its address: revoked, replaced, or its person gone', async () => {
    const [first, second] = [await makeLink(ben), await makeLink(ben)];
    const status = async (path: string): Promise<number> => (await team.browser().get(path)).status;
    expect([await status(first), await status(second)]).toEqual([404, 200]);
    expect((await ben.delete('/api/team/calendar-link')).status).toBe(204);
    expect((await ben.delete('/api/team/calendar-link')).status).toBe(404);
    expect(await status(second)).toBe(404);
    const gone = await team.join(owner, 'gone@acme.example');
    const theirs = await makeLink(gone);
    await asOwner(team, `delete from auth.member where "userId" = (select id from auth."user" where email = 'gone@acme.example')`);
    expect(await status(theirs)).toBe(404);
    expect(await status(`/api/calendar/${'x'.repeat(43)}.ics`)).toBe(404);
    expect(await status('/api/calendar/short.ics')).toBe(400);
  });

  it('keeps no key as it is, and tells none to the log', async () => {
    const path = await makeLink(anna);
    const key = /calendar\/([\w-]+)\.ics/.exec(path)?.[1] ?? '';
    await team.browser().get(path);
    const kept = await withClient(team.database.owner, async (client) => JSON.stringify((await client.query('select * from auth.calendar_link')).rows));
    expect(key).toHaveLength(43);
    expect(kept).toContain(learner.id);
    expect(kept).not.toContain(key);
    expect(team.logged()).not.toContain(key);
    expect(team.logged()).toContain('/api/calendar/:key');
  });

  it('gives no key for a key', async () => {
    const { token } = await read<{ token: string }>(await anna.post('/api/team/tokens', { name: 'a program' }));
    expect((await team.browser().post('/api/team/calendar-link', ZONE, { authorization: `Bearer ${token}` })).status).toBe(403);
    expect((await anna.post('/api/team/calendar-link', { zone: 'Nowhere/Land' })).status).toBe(400);
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
