/** Meetings of a year: the two and their lead make and move them; what is noted stays between the two. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Meeting } from '../../../src/model/team/meeting.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { handOver, startPairYear, type PairYear } from './pair-year.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const NOW = '2026-03-04T10:00:00.000Z';
const PLACE = 'the room with the plant';

const act = async (who: Browser, { id }: Meeting, what: string): Promise<[number, Meeting]> => {
  const answered = await who.post(`/api/team/meetings/${id}/${what}`);
  return [answered.status, (await answered.json()) as Meeting];
};

describeWithStore('meetings', () => {
  let team: TestTeam;
  let now = NOW;
  let [lead, ada, bo, cy, other] = [] as unknown as [Browser, Browser, Browser, Browser, Browser];
  let year: PairYear;

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => new Date(now) });
    lead = await team.foundOrganisation('acme');
    ada = await team.join(lead, 'ada@acme.example');
    bo = await team.join(lead, 'bo@acme.example');
    cy = await team.join(lead, 'cy@acme.example');
    other = await team.join(lead, 'other@acme.example', 'owner');
    year = await startPairYear({ lead, preceptee: ada, preceptor: bo }, { at: new Date(now).toISOString() });
  });
  afterAll(() => team.stop());

  const make = async (who: Browser, startsAt = '2026-03-04T09:00:00.000Z'): Promise<Response> =>
    who.post('/api/team/meetings', { programme: year.programme, kind: 'check-in', startsAt, minutes: 30 });
  const made = async (who: Browser, startsAt?: string): Promise<Meeting> => (await (await make(who, startsAt)).json()) as Meeting;
  const list = async (who: Browser, query = `programme=${year.programme}`): Promise<Meeting[]> =>
    ((await (await who.get(`/api/team/meetings?${query}`)).json()) as { meetings: Meeting[] }).meetings;

  it('are held, cancelled, moved and taken back, and count their changes as calendars do', async () => {
    const meeting = await made(ada);
    expect(meeting).toMatchObject({ sequence: 0, heldAt: null, cancelledAt: null, note: null });
    expect(meeting.between.map(({ name }) => name)).toEqual(['ada', 'bo']);
    const moved = await bo.put(`/api/team/meetings/${meeting.id}`, { startsAt: '2026-03-04T08:00:00.000Z', minutes: 60 });
    expect(await moved.json()).toMatchObject({ sequence: 1, startsAt: '2026-03-04T08:00:00.000Z', minutes: 60 });
    expect(await act(bo, meeting, 'hold')).toMatchObject([200, { heldAt: NOW, sequence: 1 }]);
    for (const what of ['hold', 'cancel']) expect((await act(ada, meeting, what))[0]).toBe(409);
    expect((await ada.put(`/api/team/meetings/${meeting.id}`, { startsAt: NOW, minutes: 30 })).status).toBe(409);
    expect(await act(ada, meeting, 'undo')).toMatchObject([200, { heldAt: null, sequence: 1 }]);
    expect((await act(ada, meeting, 'undo'))[0]).toBe(409);
    expect(await act(lead, meeting, 'cancel')).toMatchObject([200, { cancelledAt: NOW, sequence: 2 }]);
    expect(await act(ada, meeting, 'undo')).toMatchObject([200, { cancelledAt: null, sequence: 3 }]);
  });

  it('are not held before they begin', async () => {
    const later = await made(bo, '2026-03-05T10:00:00.000Z');
    expect((await act(bo, later, 'hold'))[0]).toBe(409);
    now = '2026-03-05T10:00:00.000Z';
    expect((await act(bo, later, 'hold'))[0]).toBe(200);
    now = NOW;
  });

  it('are listed by their time', async () => {
    const april = await made(lead, '2026-04-01T10:00:00.000Z');
    expect((await list(ada, 'from=2026-04-01T00:00:00Z&to=2026-04-02T00:00:00Z')).map(({ id }) => id)).toEqual([april.id]);
    expect(await list(ada, 'from=2026-04-01T10:00:01Z')).toEqual([]);
    expect((await ada.get('/api/team/meetings?from=yesterday')).status).toBe(400);
  });

  it('show the lead that they are, and only the two what is noted', async () => {
    const meeting = await made(ada);
    const note = { place: PLACE, words: 'We spoke about the review.' };
    expect(await (await bo.put(`/api/team/meetings/${meeting.id}/note`, note)).json()).toMatchObject({ note });
    expect((await list(ada)).find(({ id }) => id === meeting.id)).toMatchObject({ note });
    expect((await list(lead)).find(({ id }) => id === meeting.id)).toMatchObject({ note: null });
    expect(JSON.stringify(await list(lead))).not.toContain(PLACE);
    expect((await lead.put(`/api/team/meetings/${meeting.id}/note`, note)).status).toBe(403);
    for (const stranger of [cy, other]) {
      expect(await list(stranger)).toEqual([]);
      expect((await make(stranger)).status).toBe(404);
      for (const what of ['hold', 'cancel', 'undo']) expect((await act(stranger, meeting, what))[0]).toBe(404);
      expect((await stranger.put(`/api/team/meetings/${meeting.id}/note`, note)).status).toBe(404);
    }
  });

  it('go on with the next preceptor, who does not read what was noted before', async () => {
    const meeting = await made(ada, '2026-03-20T10:00:00.000Z');
    await bo.put(`/api/team/meetings/${meeting.id}/note`, { place: PLACE, words: 'Said to Bo.' });
    await handOver(year, { preceptee: ada, preceptor: bo }, cy);
    expect((await list(cy)).find(({ id }) => id === meeting.id)).toMatchObject({ note: null });
    expect(JSON.stringify(await list(cy))).not.toMatch(/Said to Bo|plant/);
    expect(await list(bo)).toEqual([]);
    const note = { place: 'the other room', words: '' };
    expect(await (await cy.put(`/api/team/meetings/${meeting.id}/note`, note)).json()).toMatchObject({ note });
    expect((await list(ada)).find(({ id }) => id === meeting.id)?.note).not.toBeNull();
    expect(team.bugs).toEqual([]);
  });
});
