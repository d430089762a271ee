/** Time kept for two: one offers, the other confirms, and each minute counts once. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProtectedTimeView } from '../../../src/model/api/team/protected-time.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { run, startPairYear, toActor, type PairYear } from './pair-year.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const WEEK = '2026-03-02';
const on = (day: number, hour: string): string => `2026-03-0${day}T${hour}:00.000Z`;

describeWithStore('protected time', () => {
  let team: TestTeam;
  let [lead, ada, bo, cy] = [] as unknown as [Browser, Browser, Browser, Browser];
  let year: PairYear;

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => new Date(on(5, '12:00')) });
    lead = await team.foundOrganisation('acme');
    [ada, bo, cy] = [await team.join(lead, 'ada@acme.example'), await team.join(lead, 'bo@acme.example'), await team.join(lead, 'cy@acme.example')];
    year = await startPairYear({ lead, preceptee: ada, preceptor: bo }, { at: on(2, '08:00') });
  });
  afterAll(() => team.stop());

  const offer = (who: Browser, from: string, to: string): Promise<Response> => who.post('/api/team/protected-time', { programme: year.programme, from, to });
  const offered = async (who: Browser, from: string, to: string): Promise<ProtectedTimeView> =>
    (await (await offer(who, from, to)).json()) as ProtectedTimeView;
  const see = async (who: Browser): Promise<ProtectedTimeView> =>
    (await (await who.get(`/api/team/protected-time?programme=${year.programme}`)).json()) as ProtectedTimeView;
  const hours = async (): Promise<number | undefined> => (await see(ada)).weeks.find(({ week }) => week === WEEK)?.hours;

  it('counts once the other confirmed it, and not before', async () => {
    expect(await see(ada)).toMatchObject({ hoursAWeek: 5, times: [] });
    expect((await see(ada)).weeks).toHaveLength(9);
    const { times } = await offered(ada, on(3, '09:00'), on(3, '11:00'));
    const [time] = times;
    expect([times.length, time?.confirmedAt, await hours()]).toEqual([1, null, 0]);
    expect((await ada.post(`/api/team/protected-time/${time?.id}/confirm`)).status).toBe(403);
    expect((await bo.post(`/api/team/protected-time/${time?.id}/confirm`)).status).toBe(200);
    expect(await hours()).toBe(2);
  });

  it('counts each minute once, whatever it was, and nothing that is still to come', async () => {
    const more = await offered(bo, on(3, '10:00'), on(3, '12:00'));
    await ada.post(`/api/team/protected-time/${more.times.find(({ confirmedAt }) => confirmedAt === null)?.id}/confirm`);
    expect(await hours()).toBe(3);
    const meeting = (await (
      await ada.post('/api/team/meetings', { programme: year.programme, kind: 'check-in', startsAt: on(3, '11:30'), minutes: 60 })
    ).json()) as { id: string };
    expect(await hours()).toBe(3);
    await ada.post(`/api/team/meetings/${meeting.id}/hold`);
    expect(await hours()).toBe(3.5);
    const later = await offered(ada, on(5, '11:00'), on(5, '16:00'));
    await bo.post(`/api/team/protected-time/${later.times.find(({ confirmedAt }) => confirmedAt === null)?.id}/confirm`);
    expect(await hours()).toBe(4.5);
    const half = { of: 'preceptee', wentWell: 'x', hardest: 'x', differently: 'x', nextFocus: 'x' };
    await ada.put(`/api/team/weekly/${year.programme}/${WEEK}`, half);
    // At noon, of which the hour before is counted already.
    expect(await hours()).toBe(4.5);
  });

  it('is taken back by either, confirmed or not', async () => {
    const { times } = await see(bo);
    const confirmed = times.find(({ from }) => from === on(3, '10:00'));
    expect((await ada.delete(`/api/team/protected-time/${confirmed?.id}`)).status).toBe(200);
    expect((await ada.delete(`/api/team/protected-time/${confirmed?.id}`)).status).toBe(404);
    expect(await hours()).toBe(4);
  });

  it('is offered once, forwards, and twelve hours at most', async () => {
    expect((await offer(bo, on(3, '09:00'), on(3, '11:00'))).status).toBe(409);
    for (const [from, to] of [
      [on(4, '10:00'), on(4, '10:00')],
      [on(4, '10:00'), on(4, '09:00')],
      [on(3, '00:00'), on(3, '12:01')],
      ['x', on(4, '10:00')],
    ] as const)
      expect((await offer(ada, from, to)).status).toBe(400);
  });

  it('is nobody else’s', async () => {
    const [time] = (await see(ada)).times;
    for (const who of [lead, cy]) {
      expect((await who.get(`/api/team/protected-time?programme=${year.programme}`)).status).toBe(404);
      expect((await offer(who, on(4, '09:00'), on(4, '10:00'))).status).toBe(404);
      expect((await who.post(`/api/team/protected-time/${time?.id}/confirm`)).status).toBe(404);
      expect((await who.delete(`/api/team/protected-time/${time?.id}`)).status).toBe(404);
      expect(await run(team.app.store, await toActor(who), async (tx) => (await sql`select from rounds.protected_time`.execute(tx)).rows)).toEqual([]);
    }
    expect(team.bugs).toEqual([]);
  });
});
