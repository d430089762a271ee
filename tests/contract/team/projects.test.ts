/** Small projects: closed only with their deconstruction, of the two, revealed, with no hunk left unexplained. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { ProjectDeconstruction, ProjectList } from '../../../src/model/api/team/projects.ts';
import { ok } from '../../../src/model/result.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { CaseId } from '../../../src/model/team/ids.ts';
import type { Project } from '../../../src/model/team/project.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import type { Browser } from './create-browser.ts';
import { SAMPLE_HUNKS, sampleCase, sampleDeconstruction, sampleJudgement, samplePredictions } from './sample-case.ts';
import { moveYear, run, startPairYear, toActor, type PairYear } from './pair-year.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read } from './read.ts';

const PLAN = {
  title: 'Prices in two currencies',
  learningGoal: 'Change what is parsed without changing who calls it.',
  scopeCap: 'No exchange rates.',
  weeks: 2,
  tier: 1,
  owns: ['E3', 'E5'],
};
const LEARNED = 'Nobody tested the empty price.';

const refused = async (response: Response): Promise<string> => {
  expect(response.status, await response.clone().text()).toBeGreaterThanOrEqual(400);
  const { title, detail } = (await response.json()) as { title?: string; detail?: string } & Partial<Problem>;
  return `${title} ${detail}`;
};

describeWithStore('projects', () => {
  let team: TestTeam;
  let [lead, ada, bo, cy] = [] as unknown as [Browser, Browser, Browser, Browser];
  let year: PairYear;
  let tasks = 0;

  beforeAll(async () => {
    team = await startTestTeam();
    lead = await team.foundOrganisation('acme');
    [ada, bo, cy] = [await team.join(lead, 'ada@acme.example'), await team.join(lead, 'bo@acme.example'), await team.join(lead, 'cy@acme.example')];
  });
  beforeEach(async () => {
    if (year) await moveYear(lead, year, 'end');
    year = await startPairYear({ lead, preceptee: ada, preceptor: bo });
  });
  afterAll(() => team.stop());

  const make = async (over: Partial<typeof PLAN> = {}, who = ada): Promise<Project> =>
    read(await who.post('/api/team/projects', { ...PLAN, ...over, programme: year.programme }));
  const list = async (who = ada): Promise<ProjectList> => read(await who.get(`/api/team/projects?programme=${year.programme}`));
  const close = (project: Project, id: CaseId, who = ada): Promise<Response> =>
    who.post(`/api/team/projects/${project.id}/close`, { case: id, learned: LEARNED });
  const fitting = async (who = ada): Promise<ProjectDeconstruction[]> =>
    (await read<{ deconstructions: ProjectDeconstruction[] }>(await who.get(`/api/team/projects/deconstructions?programme=${year.programme}`))).deconstructions;

  const share = async (who = ada, pair: string = year.pair): Promise<CaseId> =>
    (await read<SharedCase>(await who.post('/api/team/cases', sampleDeconstruction(pair, `Task ${(tasks += 1)}`)))).id;
  /** Taken apart by these two, and revealed. */
  const takeApart = async (id: CaseId, people: readonly [Browser, Browser] = [ada, bo]): Promise<TeamRound> => {
    const [one, two] = people;
    const round = await read<TeamRound>(await one.post('/api/team/rounds', { case: id, people: [(await toActor(two)).person] }));
    for (const who of people) await who.post(`/api/team/rounds/${round.id}/seal`, samplePredictions);
    return round;
  };
  const explain = async (round: TeamRound, hunks: readonly string[] = SAMPLE_HUNKS.slice(1), who = bo): Promise<void> => {
    for (const hunk of hunks)
      expect((await who.post(`/api/team/rounds/${round.id}/notes`, { hunk, how: 'explained', words: 'It keeps old prices.' })).status).toBe(200);
  };
  const explained = async (): Promise<CaseId> => {
    const id = await share();
    await explain(await takeApart(id));
    return id;
  };

  it('are small, plain, and of the two', async () => {
    const project = await make();
    expect(project).toMatchObject({ ...PLAN, state: 'open', deconstruction: null, words: null });
    for (const wrong of [
      { weeks: 4 },
      { tier: 5 },
      { tier: 0 },
      { owns: [] },
      { owns: ['E14'] },
      { learningGoal: ' ' },
      { scopeCap: '' },
      { title: 'x'.repeat(121) },
    ])
      expect((await ada.post('/api/team/projects', { ...PLAN, ...wrong, programme: year.programme })).status).toBe(400);
    expect(await read(await bo.put(`/api/team/projects/${project.id}`, { ...PLAN, weeks: 1 }))).toMatchObject({ weeks: 1, title: PLAN.title });
    for (const who of [lead, cy]) {
      expect((await who.get(`/api/team/projects?programme=${year.programme}`)).status).toBe(404);
      expect((await who.get(`/api/team/projects/deconstructions?programme=${year.programme}`)).status).toBe(404);
      expect((await who.put(`/api/team/projects/${project.id}`, PLAN)).status).toBe(404);
      expect((await who.post('/api/team/projects', { ...PLAN, programme: year.programme })).status).toBe(404);
      expect((await who.post(`/api/team/projects/${project.id}/drop`, { why: 'Because.' })).status).toBe(404);
      expect(await run(team.app.store, await toActor(who), async (tx) => (await sql`select from rounds.project`.execute(tx)).rows)).toEqual([]);
    }
  });

  it('are dropped with a reason, and stay as they were', async () => {
    const project = await make();
    expect((await bo.post(`/api/team/projects/${project.id}/drop`, { why: ' ' })).status).toBe(400);
    expect(await read(await bo.post(`/api/team/projects/${project.id}/drop`, { why: 'The customer left.' }))).toMatchObject({
      state: 'dropped',
      words: 'The customer left.',
    });
    expect((await ada.put(`/api/team/projects/${project.id}`, PLAN)).status).toBe(409);
    expect((await close(project, await explained())).status).toBe(409);
    expect((await list()).suggested.tier).toBe(1);
  });

  it('do not close while a hunk is unexplained, and the refusal names it', async () => {
    const project = await make();
    const id = await share();
    const round = await takeApart(id);
    const words = await refused(await close(project, id));
    expect(words).toContain('2 hunks are left unexplained');
    expect(words).toMatch(/src\/price-1\.js:11, src\/price-2\.js:21/);
    expect(words).not.toContain('price-0');
    await explain(round, [SAMPLE_HUNKS[1]]);
    expect(await refused(await close(project, id))).toMatch(/One hunk is left unexplained.*price-2/);
    expect((await fitting()).find((each) => each.case === id)).toMatchObject({
      lacks: 'One hunk is left unexplained.',
      left: [{ path: 'src/price-2.js', line: 21 }],
      round: round.id,
    });
    await explain(round, [SAMPLE_HUNKS[2]]);
    expect((await fitting())[0]).toMatchObject({ case: id, lacks: null, left: [] });
    expect(await read(await close(project, id, bo))).toMatchObject({ state: 'closed', deconstruction: id, words: LEARNED });
    expect((await close(project, id)).status).toBe(409);
    expect((await list()).projects.find((each) => each.id === project.id)).toMatchObject({ state: 'closed' });
  });

  it('do not close with a round that is not revealed, and learn nothing of its outcome before', async () => {
    const project = await make();
    const id = await share();
    expect(await refused(await close(project, id))).toContain('have not taken it apart together');
    const round = await read<TeamRound>(await ada.post('/api/team/rounds', { case: id, people: [(await toActor(bo)).person] }));
    await ada.post(`/api/team/rounds/${round.id}/seal`, samplePredictions);
    expect(await refused(await close(project, id))).toContain('not revealed');
    expect((await fitting()).find((each) => each.case === id)).toMatchObject({ lacks: 'Its round is not revealed yet.', left: [] });
    // Ada alone with somebody else is not the two.
    const theirs = await read<{ id: string }>(await ada.post('/api/team/pairs', { name: 'Ada and Cy', people: [(await toActor(cy)).person] }));
    const elsewhere = await share(ada, theirs.id);
    await explain(await takeApart(elsewhere, [ada, cy]), SAMPLE_HUNKS.slice(1), cy);
    expect(await refused(await close(project, elsewhere))).toContain('have not taken it apart together');
  });

  it('do not close with a round that one of the two merely passed, before they spoke of every hunk', async () => {
    const project = await make();
    const id = await share();
    const round = await read<TeamRound>(await ada.post('/api/team/rounds', { case: id, people: [(await toActor(bo)).person] }));
    await ada.post(`/api/team/rounds/${round.id}/seal`, samplePredictions);
    await bo.post(`/api/team/rounds/${round.id}/pass`);
    await explain(round, SAMPLE_HUNKS.slice(1), ada);
    expect(await refused(await close(project, id))).toMatch(/bo passed, and has yet to say what 3 hunks are for.*price-0\.js:1, src\/price-1/);
    // Said again once everything is known, a prediction is none.
    const again = await takeApart(id);
    expect(await refused(await close(project, id))).toContain('bo passed');
    await explain(again, SAMPLE_HUNKS.slice(1));
    expect((await fitting()).find((each) => each.case === id)).toMatchObject({
      lacks: 'bo passed, and has yet to say what one hunk is for.',
      left: [{ path: 'src/price-0.js' }],
    });
    await explain(again, [SAMPLE_HUNKS[0]]);
    expect(await read(await close(project, id))).toMatchObject({ state: 'closed' });
  });

  it('do not close with what is somebody else’s, of another kind, forgotten, or used before', async () => {
    const project = await make();
    const cys = await read<{ id: string }>(
      await cy.post('/api/team/pairs', { name: 'Three', people: [(await toActor(ada)).person, (await toActor(bo)).person] }),
    );
    const foreign = await share(cy, cys.id);
    await explain(await takeApart(foreign));
    expect(await refused(await close(project, foreign))).toContain('That is no deconstruction that one of you two shared');
    const moment = (await read<SharedCase>(await ada.post('/api/team/cases', sampleCase(year.pair, 'kind')))).id;
    const judged = await read<TeamRound>(await ada.post('/api/team/rounds', { case: moment, people: [(await toActor(bo)).person] }));
    for (const who of [ada, bo]) await who.post(`/api/team/rounds/${judged.id}/seal`, sampleJudgement('It is a moment.'));
    expect((await close(project, moment)).status).toBe(404);
    const forgotten = await explained();
    expect((await ada.post(`/api/team/cases/${forgotten}/forget`)).status).toBe(204);
    expect(await refused(await close(project, forgotten))).toContain('forgotten');
    const used = await explained();
    expect((await close(project, used)).status).toBe(200);
    const second = await make();
    expect(await refused(await close(second, used))).toContain('closed another project');
    expect((await fitting()).map((each) => each.case)).not.toContain(used);
    expect((await fitting()).map((each) => each.case)).not.toContain(forgotten);
    // Nor by the function of the store itself, whoever calls it.
    const asAda = await toActor(ada);
    for (const id of [foreign, moment, forgotten, used]) {
      const straight = await team.app.store.as(asAda, async ({ db }) =>
        ok(await sql`select rounds.end_project(${second.id}, 'closed', ${id}, 'x', now())`.execute(db)),
      );
      expect(straight).toMatchObject({ ok: false });
    }
    expect((await list()).projects.find(({ id }) => id === second.id)).toMatchObject({ state: 'open' });
  });

  it('close with a deconstruction once, whoever is first', async () => {
    const [one, two] = [await make(), await make()];
    const id = await explained();
    const answers = await Promise.all([close(one, id), close(two, id, bo)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('suggest the next tier from what was closed', async () => {
    expect((await list()).suggested).toMatchObject({ tier: 1 });
    for (const tier of [1, 1]) await close(await make({ tier }), await explained());
    expect((await list()).suggested).toEqual({ tier: 2, why: '2 of tier 1 are closed: the next may be harder.' });
    expect(team.bugs).toEqual([]);
  });
});
