/** A round for two over real HTTP and a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleDebrief, sampleJudgement } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const see = async (who: Browser, id: string): Promise<TeamRound> => read(await who.get(`/api/team/rounds/${id}`));

/** What is the same in every round of its shape. */
const plain = (text: string, { id, case: { id: of } }: TeamRound): string =>
  text
    .replaceAll(id, 'ROUND')
    .replaceAll(of, 'CASE')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');

describeWithStore('a round for two', () => {
  let team: TestTeam;
  let [ada, bob, eve] = [] as unknown as [Browser, Browser, Browser];
  let bobsId = '';
  let pair = '';

  beforeAll(async () => {
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bob = await team.join(ada, 'bob@acme.example');
    eve = await team.join(ada, 'eve@acme.example', 'lead');
    bobsId = (await whoIs(bob)).id;
    pair = (await read<{ id: string }>(await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [bobsId] }), 201)).id;
  });
  afterAll(() => team.stop());

  const share = async (mark?: string): Promise<string> => (await read<SharedCase>(await ada.post('/api/team/cases', sampleCase(pair, mark)), 201)).id;
  const call = async (of: string): Promise<TeamRound> => read(await bob.post('/api/team/rounds', { case: of, people: [(await whoIs(ada)).id] }), 201);

  it('goes from a shared case to a kept debrief', async () => {
    const shared = await share('one');
    const round = await call(shared);
    expect(round).toMatchObject({ state: 'sealing', answers: null, outcome: null });
    expect(round.participants.map(({ answered, knewOutcome }) => ({ answered, knewOutcome }))).toEqual([
      { answered: false, knewOutcome: false },
      { answered: false, knewOutcome: true },
    ]);

    const afterBob = await read<TeamRound>(await bob.post(`/api/team/rounds/${round.id}/seal`, sampleJudgement('No run shows it.')));
    expect(afterBob).toMatchObject({ state: 'sealing', answers: null, outcome: null });
    const seenByAda = await see(ada, round.id);
    expect(JSON.stringify(seenByAda)).not.toContain('No run shows it.');
    expect(seenByAda.participants.find(({ person }) => person === bobsId)?.answered).toBe(true);
    expect(seenByAda.log.map(({ action }) => action)).toEqual(['call']);

    const revealed = await read<TeamRound>(await ada.post(`/api/team/rounds/${round.id}/seal`, sampleJudgement('I would take it.', { verdict: 'accept' })));
    expect(revealed.state).toBe('revealed');
    expect(revealed.answers?.map(({ judgement }) => judgement?.reason)).toEqual(['No run shows it.', 'I would take it.']);
    expect(revealed.outcome?.title).toBe('WITHHELD one');
    // Ada lived through it: her judgement is opinion, not calibration.
    expect(revealed.answers?.map(({ resolution }) => resolution?.brier)).toEqual([expect.closeTo(0.04), null]);
    expect(revealed.log.map(({ action }) => action)).toEqual(['call', 'answer', 'answer', 'reveal']);

    await read(await ada.post(`/api/team/rounds/${round.id}/start-debrief`));
    expect(await read(await ada.put(`/api/team/rounds/${round.id}/debrief`, { draft: { nextTime: 'from Ada' }, onVersion: 0 }))).toEqual({ version: 1 });
    expect((await bob.put(`/api/team/rounds/${round.id}/debrief`, { draft: { nextTime: 'from Bob' }, onVersion: 0 })).status).toBe(409);
    expect((await see(bob, round.id)).debriefDraft).toEqual({ nextTime: 'from Ada' });
    expect((await bob.post(`/api/team/rounds/${round.id}/close`, { ...sampleDebrief, whatWasRight: 'nothing' })).status).toBe(400);
    const closed = await read<TeamRound>(await bob.post(`/api/team/rounds/${round.id}/close`, sampleDebrief));
    expect(closed).toMatchObject({ state: 'closed', debriefs: [{ debrief: sampleDebrief }] });

    await read(await ada.post(`/api/team/rounds/${round.id}/reopen`));
    const again = await read<TeamRound>(await ada.post(`/api/team/rounds/${round.id}/close`, { ...sampleDebrief, nextTime: 'Ask first.' }));
    expect(again.debriefs.map(({ debrief }) => debrief.nextTime)).toEqual([sampleDebrief.nextTime, 'Ask first.']);
    expect(again.answers).toEqual(closed.answers);
  });

  it('takes a seal once, and a pass looks like a seal', async () => {
    const round = await call(await share('two'));
    await read(await bob.post(`/api/team/rounds/${round.id}/pass`));
    expect((await bob.post(`/api/team/rounds/${round.id}/seal`, sampleJudgement('late'))).status).toBe(409);
    const seen = await see(ada, round.id);
    expect(seen.participants.map(({ answered }) => answered)).toEqual([true, false]);
    const revealed = await read<TeamRound>(await ada.post(`/api/team/rounds/${round.id}/seal`, sampleJudgement('mine')));
    expect(revealed.answers?.map(({ judgement }) => judgement === null)).toEqual([true, false]);
  });

  it('reveals once when both seal at the same moment', async () => {
    const round = await call(await share('three'));
    const answered = await Promise.all([ada, bob].map((who, at) => who.post(`/api/team/rounds/${round.id}/seal`, sampleJudgement(`from ${at}`))));
    expect(answered.map(({ status }) => status)).toEqual([200, 200]);
    const seen = await see(ada, round.id);
    expect(seen.state).toBe('revealed');
    expect(seen.log.filter(({ action }) => action === 'reveal')).toHaveLength(1);
    expect(await see(bob, round.id)).toEqual({ ...seen, me: bobsId });
  });

  it('is nobody else’s, whatever their role', async () => {
    const shared = await share('four');
    const round = await call(shared);
    for (const [method, path, body] of [
      ['get', `/api/team/rounds/${round.id}`],
      ['get', `/api/team/cases/${shared}`],
      ['post', `/api/team/rounds/${round.id}/pass`],
      ['post', `/api/team/rounds/${round.id}/withdraw`],
      ['post', `/api/team/cases/${shared}/forget`],
      ['post', '/api/team/rounds', { case: shared, people: [bobsId] }],
    ] as const)
      expect((await (method === 'get' ? eve.get(path) : eve.post(path, body))).status, path).toBe(404);
    expect((await read<{ cases: unknown[] }>(await eve.get('/api/team/cases'))).cases).toEqual([]);
  });

  it('is open to the team once its owner publishes the case, and who saw how it ended is marked', async () => {
    const shared = await share('five');
    const first = await call(shared);
    await bob.post(`/api/team/rounds/${first.id}/pass`);
    await ada.post(`/api/team/rounds/${first.id}/pass`);
    expect((await bob.post(`/api/team/cases/${shared}/publish`)).status).toBe(404);
    expect((await ada.post(`/api/team/cases/${shared}/publish`)).status).toBe(204);
    const second = await read<TeamRound>(await eve.post('/api/team/rounds', { case: shared, people: [bobsId] }), 201);
    expect(second.participants.map(({ knewOutcome }) => knewOutcome)).toEqual([false, true]);
    expect(second.outcome).toBeNull();
  });

  it('forgets a case and keeps what people said', async () => {
    const shared = await share('six');
    const done = await call(shared);
    await bob.post(`/api/team/rounds/${done.id}/seal`, sampleJudgement('My own words.'));
    await ada.post(`/api/team/rounds/${done.id}/pass`);
    const open = await call(shared);
    expect((await ada.post(`/api/team/cases/${shared}/forget`)).status).toBe(204);
    expect(await see(bob, done.id)).toMatchObject({
      outcome: null,
      case: { content: null },
      answers: [{ judgement: { reason: 'My own words.' } }, { judgement: null }],
    });
    expect((await see(bob, open.id)).state).toBe('withdrawn');
    expect((await bob.post('/api/team/rounds', { case: shared, people: [] })).status).toBe(409);
    expect((await ada.post(`/api/team/cases/${shared}/forget`)).status).toBe(204);
  });

  it('shows a sound case as any other until the reveal, where rejecting it was a false alarm', async () => {
    const shareAs = async (sound: boolean): Promise<string> =>
      (await read<SharedCase>(await ada.post('/api/team/cases', sampleCase(pair, 'alike', { sound })), 201)).id;
    const [sound, unsound] = [await call(await shareAs(true)), await call(await shareAs(false))];
    const seen = await Promise.all([sound, unsound].map(async (round) => plain(await (await bob.get(`/api/team/rounds/${round.id}`)).text(), round)));
    expect(seen[0]).toBe(seen[1]);
    await read(await ada.post(`/api/team/rounds/${sound.id}/pass`));
    const revealed = await read<TeamRound>(await bob.post(`/api/team/rounds/${sound.id}/seal`, sampleJudgement('It cannot be right.')));
    expect(revealed.outcome).toMatchObject({ sound: true, kind: 'good-practice' });
    expect(revealed.answers?.[1]?.resolution).toMatchObject({ verdictFits: false, truth: false, brier: expect.closeTo(0.64) as number });
  });

  it('makes one case of the same bytes sent twice', async () => {
    const [first, second] = [await share('seven'), await share('seven')];
    expect(second).toBe(first);
  });

  describe('live', () => {
    it('tells everyone in it, in order, and what was missed to who comes back', async () => {
      const stream = await bob.get('/api/team/events');
      const events = readEvents(stream);
      const round = await call(await share('eight'));
      await ada.post(`/api/team/rounds/${round.id}/pass`);
      await bob.post(`/api/team/rounds/${round.id}/pass`);
      const states: string[] = [];
      let lastId = 0;
      for await (const { id, data } of events) {
        if (data['round'] !== round.id) continue;
        states.push(String(data['state']));
        if (data['state'] === 'sealing' && lastId === 0) lastId = id;
        if (data['state'] === 'revealed') break;
      }
      expect(states).toEqual(['sealing', 'sealing', 'revealed']);
      const back = readEvents(await bob.get('/api/team/events', { 'last-event-id': String(lastId) }));
      const missed: string[] = [];
      for await (const { data } of back) {
        missed.push(String(data['state']));
        if (missed.length === 2) break;
      }
      expect(missed).toEqual(['sealing', 'revealed']);
    });
  });
});

async function* readEvents(response: Response): AsyncGenerator<{ id: number; data: Record<string, unknown> }> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
      if (field('id') !== '') yield { id: Number(field('id')), data: JSON.parse(field('data')) as Record<string, unknown> };
    }
  }
}
