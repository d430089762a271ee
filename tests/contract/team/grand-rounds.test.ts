/** A case offered to a cohort: nobody is named, nothing is known before the one reveal, and five answer or none is shown. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { GrandRound } from '../../../src/model/team/grand-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';
import { insertProgramme, type InsertedProgramme } from './insert-programme.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const DAY = 86_400_000;

describeWithStore('grand rounds', () => {
  let team: TestTeam;
  let now = Date.parse('2026-03-02T10:00:00.000Z');
  let lead: Browser;
  /** Two by two: the first two offer. */
  let people: Browser[];
  let programmes: InsertedProgramme[];
  let shared: SharedCase;
  let grand: GrandRound;

  const path = (rest = ''): string => `/api/team/grand-rounds/${grand.id}${rest}`;
  const look = async (who: Browser): Promise<GrandRound> => read<GrandRound>(await who.get(path()));

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => new Date(now) });
    lead = await team.foundOrganisation('acme');
    people = [];
    for (const name of ['ondine', 'pavel', 'quirin', 'rosalind', 'severin', 'tabitha', 'ulrike', 'viola'])
      people.push(await team.join(lead, `${name}@acme.example`));
    const ids = await Promise.all([lead, ...people].map(async (who) => (await whoIs(who)).id));
    programmes = [];
    for (const at of [1, 3, 5, 7]) {
      const cohort = programmes[0]?.cohort;
      programmes.push(
        await insertProgramme(team, {
          lead: ids[0] as string,
          preceptee: ids[at] as string,
          preceptor: ids[at + 1] as string,
          startsAt: new Date(now).toISOString(),
          ...(cohort ? { cohort } : {}),
        }),
      );
    }
    shared = await read<SharedCase>(await (people[0] as Browser).post('/api/team/cases', sampleCase(programmes[0]?.pair ?? '', 'as Ondine asked Pavel')));
  }, 120_000);
  afterAll(() => team.stop());

  it('shows its owner what the cohort would see, and nobody else of it', async () => {
    const [owner, partner] = people as [Browser, Browser];
    const preview = await (await owner.post('/api/team/grand-rounds/preview', { case: shared.id })).text();
    expect(preview).toContain('as somebody asked somebody');
    expect(preview).not.toMatch(/ondine|pavel|WITHHELD|"shop"/i);
    expect((await partner.post('/api/team/grand-rounds/preview', { case: shared.id })).status).toBe(404);
    expect((await partner.post('/api/team/grand-rounds', { cohort: programmes[0]?.cohort, case: shared.id })).status).toBe(404);
  });

  it('opens only when both of the pair want it', async () => {
    const [owner, partner, stranger] = people as [Browser, Browser, Browser];
    grand = await read<GrandRound>(await owner.post('/api/team/grand-rounds', { cohort: programmes[0]?.cohort, case: shared.id }));
    expect(grand).toMatchObject({ state: 'offered', isOurs: true, offeredByMe: true });
    expect((await stranger.get(path())).status).toBe(404);
    expect((await owner.post(path('/agree'), { days: 7 })).status).toBe(409);
    expect((await stranger.post(path('/agree'), { days: 7 })).status).toBe(409);
    expect((await read<GrandRound>(await partner.post(path('/agree'), { days: 7 }))).state).toBe('open');
    const seen = await look(stranger);
    expect(seen).toMatchObject({ state: 'open', isOurs: false, case: null, answers: null, outcome: null });
    expect(JSON.stringify(seen)).not.toMatch(/ondine|pavel|WITHHELD/i);
  });

  it('is not the lead’s to look at, who is in no pair of it', async () => {
    expect((await lead.get(path())).status).toBe(404);
    expect(await (await lead.get('/api/team/grand-rounds')).text()).not.toContain(grand.id);
  });

  it('takes one answer from each who does not know how it ended', async () => {
    const [owner, , third] = people as [Browser, Browser, Browser];
    expect((await owner.post(path('/seal'), sampleJudgement('I was there.'))).status).toBe(403);
    expect((await third.post(path('/seal'), sampleJudgement('reason of three'))).status).toBe(200);
    expect((await third.post(path('/pass'))).status).toBe(409);
    expect(await look(people[3] as Browser)).toMatchObject({ answers: null, iAnswered: false });
  });

  it('is not revealed before its day while somebody could answer', async () => {
    for (const at of [3, 4, 5]) await (people[at] as Browser).post(path('/seal'), sampleJudgement(`reason of ${at + 1}`));
    now += 6 * DAY;
    expect((await look(people[2] as Browser)).state).toBe('open');
    const early = await (people[2] as Browser).post(path('/messages'), { body: 'Is anybody there?' });
    expect(early.status).toBe(404);
    const sealed = await read<GrandRound>(await (people[6] as Browser).post(path('/seal'), sampleJudgement('reason of 7')));
    expect(sealed).toMatchObject({ state: 'open', answers: null });
    now += 2 * DAY;
    expect((await (people[7] as Browser).post(path('/seal'), sampleJudgement('too late'))).status).toBe(409);
  });

  it('is revealed to all at once after its time, without names', async () => {
    for (const who of people) {
      const seen = await look(who);
      expect(seen.state).toBe('revealed');
      expect(seen.answers?.map(({ judgement }) => judgement?.reason).sort()).toEqual([
        'reason of 4',
        'reason of 5',
        'reason of 6',
        'reason of 7',
        'reason of three',
      ]);
      expect(seen.answers?.filter(({ isMine }) => isMine).length).toBe(seen.iAnswered ? 1 : 0);
      expect(seen.outcome?.title).toContain('WITHHELD');
      expect(JSON.stringify(seen)).not.toMatch(/ondine|pavel|quirin|rosalind|severin|tabitha|ulrike/i);
    }
    const said = await read<GrandRound>(await (people[4] as Browser).post(path('/messages'), { body: 'I took the green run for proof.' }));
    expect(said.messages).toHaveLength(1);
  });

  it('ends on its day where fewer than five answered, and each sees their own answer alone', async () => {
    const [owner, partner, third, fourth] = people as [Browser, Browser, Browser, Browser];
    const case2 = await read<SharedCase>(await owner.post('/api/team/cases', sampleCase(programmes[0]?.pair ?? '', 'a quiet one')));
    const offered = await read<GrandRound>(await owner.post('/api/team/grand-rounds', { cohort: programmes[0]?.cohort, case: case2.id }));
    const at = (rest = ''): string => `/api/team/grand-rounds/${offered.id}${rest}`;
    await partner.post(at('/agree'), { days: 7 });
    await third.post(at('/seal'), sampleJudgement('the only one'));
    now += 7 * DAY;
    const mine = await read<GrandRound>(await third.get(at()));
    expect(mine).toMatchObject({ state: 'ended', outcome: { title: expect.stringContaining('WITHHELD') } });
    expect(mine.answers?.map(({ isMine, judgement }) => [isMine, judgement?.reason])).toEqual([[true, 'the only one']]);
    for (const who of [owner, partner, fourth]) {
      const seen = await (await who.get(at())).text();
      expect(JSON.parse(seen)).toMatchObject({ state: 'ended', answers: [] });
      expect(seen).not.toContain('the only one');
    }
    expect((await fourth.post(at('/seal'), sampleJudgement('too late'))).status).toBe(409);
    expect((await read<GrandRound>(await fourth.post(at('/messages'), { body: 'I was away.' }))).messages).toHaveLength(1);
    expect((await owner.post(at('/withdraw'))).status).toBe(409);
  });

  it('is empty once its case is forgotten', async () => {
    expect((await (people[0] as Browser).post(`/api/team/cases/${shared.id}/forget`)).status).toBeLessThan(300);
    const seen = await look(people[2] as Browser);
    expect(seen).toMatchObject({ state: 'revealed', content: null, outcome: null, question: null });
    expect(seen.answers).toHaveLength(5);
    expect(team.bugs).toEqual([]);
  });
});
