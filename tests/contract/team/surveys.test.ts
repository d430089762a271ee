/** What people say of the programme and of preceptors comes out in fives: never one person's, not by subtraction either. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnSurveys, PreceptorRatings, SurveyCounts } from '../../../src/model/api/team/surveys.ts';
import { PRECEPTOR_ITEMS, SURVEY_ITEMS } from '../../../src/programme/survey/survey-items.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { insertProgramme, type InsertedProgramme } from './insert-programme.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const all = (items: readonly { id: string }[], value: number): Record<string, number> => Object.fromEntries(items.map(({ id }) => [id, value]));

const of = async (who: Browser): Promise<PreceptorRatings> => read(await who.get('/api/team/preceptor-ratings'));

describeWithStore('surveys', () => {
  let team: TestTeam;
  let now = Date.parse('2026-03-02T10:00:00.000Z');
  let lead: Browser;
  let preceptor: Browser;
  let preceptees: Browser[];
  let programmes: InsertedProgramme[];

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => new Date(now) });
    lead = await team.foundOrganisation('acme');
    preceptor = await team.join(lead, 'senior@acme.example');
    preceptees = [];
    for (let at = 0; at < 6; at += 1) preceptees.push(await team.join(lead, `junior${at}@acme.example`));
    const ids = await Promise.all([lead, preceptor, ...preceptees].map(async (who) => (await whoIs(who)).id));
    programmes = [];
    for (const preceptee of ids.slice(2)) {
      const cohort = programmes[0]?.cohort;
      const one = { lead: ids[0] as string, preceptee, preceptor: ids[1] as string, startsAt: new Date(now).toISOString() };
      programmes.push(await insertProgramme(team, cohort ? { ...one, cohort } : one));
    }
  }, 120_000);
  afterAll(() => team.stop());

  const counts = async (who: Browser): Promise<SurveyCounts> => read(await who.get(`/api/team/surveys/counts?cohort=${programmes[0]?.cohort}&month=0`));
  const answerSurvey = (at: number, value: number, month = 0): Promise<Response> =>
    (preceptees[at] as Browser).post('/api/team/surveys', { programme: programmes[at]?.programme, month, values: all(SURVEY_ITEMS, value) });

  it('can be answered once each, whole, and not before its time', async () => {
    expect((await read<OwnSurveys>(await (preceptees[0] as Browser).get('/api/team/surveys'))).surveys.map(({ month, isOpen }) => [month, isOpen])).toEqual([
      [0, true],
      [6, false],
      [12, false],
    ]);
    expect((await answerSurvey(0, 4, 6)).status).toBe(409);
    expect((await (preceptees[0] as Browser).post('/api/team/surveys', { programme: programmes[0]?.programme, month: 0, values: { time: 3 } })).status).toBe(
      400,
    );
    expect(
      (await (preceptees[0] as Browser).post('/api/team/surveys', { programme: programmes[1]?.programme, month: 0, values: all(SURVEY_ITEMS, 3) })).status,
    ).toBe(404);
    expect((await answerSurvey(0, 4)).status).toBe(201);
    expect((await answerSurvey(0, 1)).status).toBe(409);
  });

  it('shows nobody anything of four, and of six only five', async () => {
    for (const at of [1, 2, 3]) await answerSurvey(at, 4);
    for (const who of [lead, preceptor, preceptees[5] as Browser]) expect(await counts(who)).toEqual({ people: 0, items: [] });
    await answerSurvey(4, 2);
    const five = await counts(lead);
    expect(five.people).toBe(5);
    expect(five.items[0]?.counts).toEqual([0, 1, 0, 4, 0]);
    await answerSurvey(5, 1);
    expect(await counts(lead)).toEqual(five);
    // One person in six programmes is one person.
    for (const { programme } of programmes)
      expect((await preceptor.post('/api/team/surveys', { programme, month: 0, values: all(SURVEY_ITEMS, 5) })).status).toBe(201);
    expect(await counts(lead)).toEqual(five);
  });

  it('is a survey again half a year later, pauses counted in', async () => {
    now = Date.parse('2026-09-02T10:00:00.000Z');
    expect((await answerSurvey(0, 5, 6)).status).toBe(201);
  });

  it('tells a preceptor what preceptees say only over five of them', async () => {
    const rate = (at: number): Promise<Response> =>
      (preceptees[at] as Browser).post('/api/team/preceptor-ratings', {
        programme: programmes[at]?.programme,
        values: all(PRECEPTOR_ITEMS, 3),
        words: `words ${at}`,
        open: at === 0,
      });
    for (const at of [0, 1, 2, 3]) expect((await rate(at)).status).toBe(201);
    expect(await of(preceptor)).toMatchObject({ ratings: [], ofMe: { people: 0 } });
    await rate(4);
    expect(await of(preceptor)).toMatchObject({ ratings: [], ofMe: { people: 5 } });
    expect(JSON.stringify(await of(preceptor))).not.toContain('words 0');
    // A second answer changes nothing until five gave one.
    const { ofMe } = await of(preceptor);
    now += 45 * 86_400_000;
    for (const at of [0, 1, 2, 3]) expect((await rate(at)).status).toBe(201);
    expect((await of(preceptor)).ofMe).toEqual(ofMe);
    await rate(4);
    expect((await of(preceptor)).ofMe.people).toBe(10);
    expect(await of(lead)).toMatchObject({ ratings: [], ofMe: { people: 0 } });
    expect(
      (
        await (preceptor as Browser).post('/api/team/preceptor-ratings', {
          programme: programmes[0]?.programme,
          values: all(PRECEPTOR_ITEMS, 3),
          words: '',
          open: false,
        })
      ).status,
    ).toBe(404);
  });

  it('is read singly where both chose to talk about it, and only there', async () => {
    for (const at of [0, 1]) await preceptor.post('/api/team/preceptor-ratings/open', { programme: programmes[at]?.programme });
    const { ratings } = await read<PreceptorRatings>(await preceptor.get('/api/team/preceptor-ratings'));
    expect(ratings.map(({ words }) => words)).toEqual(['words 0', 'words 0']);
    expect(team.bugs).toEqual([]);
  });
});
