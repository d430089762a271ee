/** Owners change who is in their organisation and as what; an organisation has an owner at all times. */
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { MadeToken, Person } from '../../../src/model/api/team/accounts.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { Pair } from '../../../src/model/team/pair.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';
import { PASSWORD, startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const idOf = async (who: Browser): Promise<string> => (await whoIs(who)).id;

const roles = async (who: Browser): Promise<Record<string, string>> =>
  Object.fromEntries((await read<{ people: Person[] }>(await who.get('/api/team/people'))).people.map(({ id, role }) => [id, role]));
const setRole = (by: Browser, id: string, role: string) => by.put(`/api/team/people/${id}/role`, { role });
const pairsOf = async (who: Browser): Promise<string[][]> =>
  (await read<{ pairs: Pair[] }>(await who.get('/api/team/pairs'))).pairs.map(({ people }) => people.map(({ id }) => id).toSorted());

describeWithStore('who is in an organisation', () => {
  let team: TestTeam;
  let [ada, bob, eve] = [] as unknown as [Browser, Browser, Browser];
  let [adas, bobs, eves] = ['', '', ''];
  let round = 0;

  beforeEach(async () => {
    team ??= await startTestTeam();
    const name = `acme${(round += 1)}`;
    ada = await team.foundOrganisation(name);
    bob = await team.join(ada, `bob@${name}.example`);
    eve = await team.join(ada, `eve@${name}.example`, 'lead');
    [adas, bobs, eves] = [await idOf(ada), await idOf(bob), await idOf(eve)];
  });
  afterAll(() => team.stop());

  it('changes roles, which count at once', async () => {
    expect((await bob.get('/api/team/invitations')).status).toBe(403);
    expect((await setRole(ada, bobs, 'lead')).status).toBe(204);
    expect((await bob.get('/api/team/invitations')).status).toBe(200);
    expect((await setRole(eve, bobs, 'owner')).status).toBe(403);
    expect((await setRole(ada, 'u_0123456789abcdef', 'lead')).status).toBe(404);
    expect(await roles(ada)).toEqual({ [adas]: 'owner', [bobs]: 'lead', [eves]: 'lead' });
  });

  it('has an owner at all times', async () => {
    for (const answered of [await setRole(ada, adas, 'lead'), await ada.delete(`/api/team/people/${adas}`), await ada.post('/api/team/leave')]) {
      expect(answered.status).toBe(409);
      expect(await answered.text()).toContain('Hand ownership over first.');
    }
    expect((await setRole(ada, bobs, 'owner')).status).toBe(204);
    // Two who lower each other at the same moment: one of them stays.
    await Promise.all([setRole(ada, bobs, 'member'), setRole(bob, adas, 'member')]);
    expect(Object.values(await roles(eve)).filter((role) => role === 'owner')).toHaveLength(1);
  });

  it('hands ownership over, whole', async () => {
    expect((await ada.post(`/api/team/people/${adas}/hand-over`)).status).toBe(400);
    expect((await ada.post(`/api/team/people/${bobs}/hand-over`)).status).toBe(204);
    expect(await roles(eve)).toEqual({ [adas]: 'lead', [bobs]: 'owner', [eves]: 'lead' });
    expect((await ada.post(`/api/team/people/${eves}/hand-over`)).status).toBe(403);
    expect((await ada.post('/api/team/leave')).status).toBe(204);
    expect((await ada.get('/api/me')).status).toBe(401);
  });

  it('removes a person from everywhere, keeps what they sealed, and takes them back as they were', async () => {
    const pair = await read<Pair>(await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [bobs] }));
    const shared = await read<SharedCase>(await ada.post('/api/team/cases', sampleCase(pair.id)));
    const called = await read<TeamRound>(await ada.post('/api/team/rounds', { case: shared.id, people: [bobs] }));
    expect((await bob.post(`/api/team/rounds/${called.id}/seal`, sampleJudgement('No run shows it.'))).status).toBe(200);
    const { token } = await read<MadeToken>(await bob.post('/api/team/tokens', { name: 'his machine' }));
    const byToken = () => fetch(`${team.url}/api/team/rounds`, { headers: { authorization: `Bearer ${token}` } });
    expect((await byToken()).status).toBe(200);
    await setRole(ada, bobs, 'lead');

    expect((await ada.delete(`/api/team/people/${bobs}`)).status).toBe(204);
    expect([(await bob.get('/api/me')).status, (await byToken()).status]).toEqual([401, 401]);
    expect(await roles(ada)).not.toHaveProperty(bobs);
    expect(await pairsOf(ada)).toEqual([[adas]]);
    expect((await ada.post('/api/team/rounds', { case: shared.id, people: [bobs] })).status).toBe(403);
    const opened = await read<TeamRound>(await ada.post(`/api/team/rounds/${called.id}/seal`, sampleJudgement('I would take it.')));
    expect(opened.answers?.map(({ judgement }) => judgement?.reason)).toEqual(['No run shows it.', 'I would take it.']);
    const email = (await read<{ people: Person[] }>(await ada.get('/api/team/people/left'))).people.map((person) => person.email)[0];
    expect((await eve.get('/api/team/people/left')).status).toBe(403);

    expect((await ada.post(`/api/team/people/${bobs}/restore`)).status).toBe(204);
    expect((await ada.post(`/api/team/people/${bobs}/restore`)).status).toBe(404);
    expect(await roles(ada)).toHaveProperty(bobs, 'lead');
    expect(await pairsOf(ada)).toEqual([[adas, bobs].toSorted()]);
    const again = team.browser();
    expect((await again.post('/api/auth/sign-in/email', { email, password: PASSWORD })).status).toBe(200);
    expect((await again.get(`/api/team/rounds/${called.id}`)).status).toBe(200);
    expect((await byToken()).status).toBe(401);
  });

  it('leaves alone a pair that somebody left themselves before', async () => {
    await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [bobs] });
    const [pair] = (await read<{ pairs: Pair[] }>(await bob.get('/api/team/pairs'))).pairs;
    await bob.delete(`/api/team/pairs/${pair?.id}`);
    await ada.delete(`/api/team/people/${bobs}`);
    await ada.post(`/api/team/people/${bobs}/restore`);
    expect(await pairsOf(ada)).toEqual([[adas]]);
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
