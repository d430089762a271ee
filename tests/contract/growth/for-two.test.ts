/** Rounds for two over a real team server and a real database, taken into one person's own journal, and out of it again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { loadFramework } from '../../../src/app/frameworks/kept-framework.ts';
import { bringCatalogue } from '../../../src/app/growth/bring-catalogue.ts';
import { loadCatalogue } from '../../../src/app/growth/load-catalogue.ts';
import { findProgrammeEnd, saveProgrammeEnd } from '../../../src/app/growth/programme-end.ts';
import { rateActivity } from '../../../src/app/growth/rate-activity.ts';
import { showGrowth } from '../../../src/app/growth/show-growth.ts';
import { createGrowthPort, type GrowthPort } from '../../../src/app/growth/team/growth-port.ts';
import { listOwnQuestions, markQuestion } from '../../../src/app/growth/team/mark-question.ts';
import { keepLesson } from '../../../src/app/growth/team/keep-lesson.ts';
import { refreshGrowth } from '../../../src/app/growth/team/refresh-growth.ts';
import { createTeamClient } from '../../../src/client/team-client.ts';
import { removeTeamFile, saveTeamFile } from '../../../src/client/team-file.ts';
import type { MadeToken } from '../../../src/model/api/team/accounts.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { MisconceptionId } from '../../../src/model/misconception.ts';
import type { Lesson } from '../../../src/model/team/lesson.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import type { Thread } from '../../../src/model/team/thread.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { openTestApp, take } from '../server/start-test-server.ts';
import type { Browser } from '../team/create-browser.ts';
import { sampleCase, sampleDebrief, sampleJudgement } from '../team/sample-case.ts';
import { insertProgramme } from '../team/insert-programme.ts';
import { startTestTeam, type TestTeam } from '../team/start-test-team.ts';
import { read, whoIs } from '../team/read.ts';

describeWithStore('growth of who does rounds for two', () => {
  let team: TestTeam;
  let [ada, bob] = [] as unknown as [Browser, Browser];
  let [adasId, bobsId, pair] = ['', '', ''];
  let home: string;
  let app: App;
  let port: GrowthPort;

  beforeAll(async () => {
    team = await startTestTeam();
    ada = await team.foundOrganisation('acme');
    bob = await team.join(ada, 'bob@acme.example');
    [adasId, bobsId] = (await Promise.all([ada, bob].map(async (who) => (await whoIs(who)).id))) as [string, string];
    pair = (await read<{ id: string }>(await ada.post('/api/team/pairs', { name: 'Ada and Bob', people: [bobsId] }), 201)).id;
  });
  afterAll(() => team.stop());
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'rounds for two '));
    app = openTestApp(home, () => new Date('2026-03-09T10:00:00.000Z'));
    port = await portOf(bob);
  });
  afterEach(async () => {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function portOf(who: Browser): Promise<GrowthPort> {
    const { token } = await read<MadeToken>(await who.post('/api/team/tokens', { name: 'my machine' }), 201);
    return createGrowthPort(createTeamClient({ url: team.url, token }));
  }

  /** Ada's case: whoever expects nothing more to be heard of it believes the claim (G2). */
  async function share(mark: string, { sound = false, settled = true } = {}): Promise<string> {
    const body = sampleCase(pair, mark, { sound });
    const outcome = body.withheld.outcome;
    const propositions = outcome.propositions.map((one) => ({
      ...one,
      truth: settled ? one.truth : null,
      ...(one.id === 'quiet' ? { belief: 'G2' } : {}),
    }));
    const sent = { ...body, withheld: { ...body.withheld, outcome: { ...outcome, activities: ['E4'], propositions } } };
    return (await read<SharedCase>(await ada.post('/api/team/cases', sent), 201)).id;
  }

  async function play(of: string, over: Parameters<typeof sampleJudgement>[1] = {}, rule = sampleDebrief.generalRule): Promise<TeamRound> {
    const { id } = await read<TeamRound>(await bob.post('/api/team/rounds', { case: of, people: [adasId] }), 201);
    const path = `/api/team/rounds/${id}`;
    await read(await bob.post(`${path}/seal`, sampleJudgement('The agent says so.', over)));
    await read(await ada.post(`${path}/seal`, sampleJudgement('I was there.')));
    await read(await bob.post(`${path}/start-debrief`));
    return read(await bob.post(`${path}/close`, { ...sampleDebrief, generalRule: rule }));
  }

  const refresh = async () => take(await refreshGrowth(app, port));
  const show = () => take(showGrowth(app));

  it('takes my own judgement in: belief, calibration, card and activity; once, however often', async () => {
    const { id, revealedAt } = await play(await share('one'), { proposition: 'quiet', probability: 90, verdict: 'accept' });
    expect((await refresh()).rounds).toBeGreaterThan(0);
    const kept = show();
    const belief = kept.beliefs.find((one) => one.id === 'G2');
    expect(belief).toMatchObject({ standing: { state: 'suspected', occasionsFor: 1 } });
    expect(belief?.evidence).toMatchObject([{ source: 'distractor', direction: 'for', words: null, round: id, forTwo: true, at: revealedAt }]);
    expect(kept.calibration).toMatchObject({ n: 1, baseRate: 0, verdicts: { unsound: { misses: 1 } } });
    expect(kept.activities.find(({ activity }) => activity === 'E4')?.rounds).toMatchObject([{ id, forTwo: true, rule: sampleDebrief.generalRule }]);
    expect(kept.recall.cards).toBe(1);
    expect(await refresh()).toEqual({ rounds: 0, forgotten: 0, lessons: 0, content: false });
    expect(show()).toEqual(kept);
    // Nothing of what the other person said is kept.
    expect(JSON.stringify(app.journal.teamRounds.list())).not.toContain('I was there.');
    const rating = { round: id, activity: 'E4', view: 'retrospective', level: 3, note: '', agentErrorCaught: false } as const;
    take(rateActivity(app, rating));
    expect(show().activities.find(({ activity }) => activity === 'E4')?.levels[2]?.retrospective).toHaveLength(1);
  });

  it('keeps what only people settled apart as an opinion, and leaves out who knew how it ended', async () => {
    await play(await share('two', { settled: false }));
    await refresh();
    const { calibration } = show();
    expect(calibration).toMatchObject({ opinion: 1 });
    app.journal.close();
    app = openTestApp(mkdtempSync(join(home, 'ada ')), () => new Date('2026-03-09T10:00:00.000Z'));
    port = await portOf(ada);
    await refresh();
    const adas = show();
    expect(adas.calibration).toMatchObject({ n: 0, opinion: 0, unresolved: 0 });
    expect(adas.calibration.knewOutcome).toBeGreaterThan(0);
    expect(adas.beliefs).toEqual([]);
  });

  it('sees false alarms on sound cases', async () => {
    await play(await share('three', { sound: true }), { verdict: 'reject' });
    await refresh();
    expect(show().calibration.verdicts.sound.falseAlarms).toBe(1);
  });

  it('takes out what was made of a case once that is forgotten, for good, and leaves own words', async () => {
    const of = await share('four');
    const asked = await read<Thread>(await bob.post('/api/team/threads', { case: of, anchor: null, body: 'Is a claim not enough?' }), 201);
    const { id } = await play(of, { proposition: 'quiet', probability: 90 }, 'Look for the run behind every claim of success.');
    await refresh();
    take(await markQuestion(app.journal, port, { thread: asked.id, n: 1, misconception: 'G2' as MisconceptionId, holds: true }));
    const rules = () => app.journal.recallCards.list().map(({ rule }) => rule);
    expect(rules()).toContain('Look for the run behind every claim of success.');
    await ada.post(`/api/team/cases/${of}/forget`);
    expect(await refresh()).toMatchObject({ forgotten: 1 });
    expect(rules()).not.toContain('Look for the run behind every claim of success.');
    expect(app.journal.teamRounds.get(id)).toMatchObject({ content: null });
    const left = app.journal.ledger.list().flatMap(({ event }) => (event.type === 'evidence' ? [event] : []));
    expect(JSON.stringify(left)).not.toContain(of);
    expect(left.filter(({ words }) => words !== null)).toMatchObject([{ words: 'Is a claim not enough?', context: '' }]);
    expect(await refresh()).toMatchObject({ rounds: 0, forgotten: 0 });
    expect(rules()).not.toContain('Look for the run behind every claim of success.');
  });

  it('takes words of mine as evidence where I marked them, and nobody else’s', async () => {
    const of = await share('five');
    const asked = await read<Thread>(await bob.post('/api/team/threads', { case: of, anchor: null, body: 'It says all tests pass?' }), 201);
    await read(await ada.post(`/api/team/threads/${asked.id}/messages`, { body: 'It says so.' }), 201);
    const mark = { thread: asked.id, n: 1, misconception: 'G2' as MisconceptionId, holds: true };
    take(await markQuestion(app.journal, port, mark));
    take(await markQuestion(app.journal, port, mark));
    expect(show().beliefs[0]).toMatchObject({ id: 'G2', standing: { inOwnWords: 1, occasionsFor: 1 } });
    expect(await markQuestion(app.journal, port, { ...mark, n: 2 })).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
    const listed = take(await listOwnQuestions(app.journal, port));
    expect(listed.find(({ thread }) => thread === asked.id)).toMatchObject({ body: 'It says all tests pass?', shows: ['G2'] });
    expect(JSON.stringify(listed)).not.toContain('It says so.');
  });

  it('keeps a card for a lesson of mine, follows it, and puts it away once it is retired', async () => {
    const lesson = { rule: 'Hold the lock for as short as the check needs.', reasoning: '', tags: ['locks'], anchors: [] };
    const kept = await read<Lesson>(await bob.post('/api/team/lessons', { round: null, pair, lesson }), 201);
    const adas = await read<Lesson>(await ada.post('/api/team/lessons', { round: null, pair, lesson: { ...lesson, rule: 'A lesson of Ada alone.' } }), 201);
    expect((await refresh()).lessons).toBe(1);
    const card = () => app.journal.recallCards.list().find(({ source }) => source.id === kept.id);
    expect(card()).toMatchObject({ rule: lesson.rule, concepts: ['locks'], putAwayAt: null });
    expect(app.journal.recallCards.list().some(({ rule }) => rule === 'A lesson of Ada alone.')).toBe(false);
    take(await keepLesson(app.journal, port, adas.id));
    expect(app.journal.recallCards.list().some(({ rule }) => rule === 'A lesson of Ada alone.')).toBe(true);
    await bob.post(`/api/team/lessons/${kept.id}/retire`);
    await refresh();
    expect(card()?.putAwayAt).not.toBeNull();
  });

  it('takes in what the other says of my work, and that they contest a belief I showed them', async () => {
    const { id } = await play(await share('seven'), { proposition: 'quiet', probability: 90 });
    await refresh();
    const rate = (who: Browser, level: number) => who.post(`/api/team/rounds/${id}/ratings`, { person: bobsId, activity: 'E4', retrospective: level });
    expect((await rate(bob, 4)).status).toBe(201);
    expect((await rate(ada, 3)).status).toBe(201);
    const belief = show().beliefs.find((one) => one.id === 'G2') ?? expect.fail('no G2');
    const { evidence, standing, questionToAsk, refutation, transferCase } = belief;
    const body = { id: 'G2', belief: belief.belief, refutation, transferCase, questionToAsk, standing, evidence };
    const sent = { reader: adasId, shown: { kind: 'belief', subject: 'G2', body } };
    const shown = await read<{ id: string }>(await bob.post('/api/team/shown-growth', sent), 201);
    await refresh();
    expect(show().beliefs.find((one) => one.id === 'G2')?.standing.contested).toBeNull();
    expect((await ada.post(`/api/team/shown-growth/${shown.id}/contest`, { why: 'You asked for the run.' })).status).toBeLessThan(300);
    await refresh();
    await refresh();
    const { beliefs, agreement, activities } = show();
    expect(beliefs.find((one) => one.id === 'G2')?.standing).toMatchObject({
      state: 'suspected',
      contested: { why: 'You asked for the run.', by: 'Owner of acme' },
    });
    expect(app.journal.ledger.list().filter(({ event }) => event.type === 'contested')).toHaveLength(1);
    expect(agreement.retrospective).toMatchObject({ n: 1, same: 0, oneApart: 1, kappa: null });
    expect(activities.find(({ activity }) => activity === 'E4')?.levels[2]?.retrospective).toMatchObject([{ person: 'me', rater: adasId }]);
  });

  it('brings nothing back after the year I am in; a year that I only lead ends nothing of mine', async () => {
    const eve = await team.join(ada, 'eve@acme.example', 'lead');
    const evesId = (await whoIs(eve)).id;
    await insertProgramme(team, { lead: evesId, preceptee: bobsId, preceptor: adasId, startsAt: '2026-03-01T09:00:00.000Z' });
    await refresh();
    expect(findProgrammeEnd(app.journal)?.slice(0, 10)).toBe('2027-03-01');
    saveProgrammeEnd(app.journal, null);
    take(await refreshGrowth(app, await portOf(eve)));
    expect(findProgrammeEnd(app.journal)).toBeNull();
  });

  it('reads as the cohort of my running year has it, also offline; what I brought myself stands over it', async () => {
    const flo = await team.join(ada, 'flo@acme.example', 'lead');
    const flosId = (await whoIs(flo)).id;
    const { cohort } = await insertProgramme(team, { lead: flosId, preceptee: adasId, preceptor: bobsId, startsAt: '2026-03-01T09:00:00.000Z' });
    const overrides = {
      names: { E5: 'Show that it works' },
      levels: { E5: { '3': 'Writes the failing test first.' } },
      misconceptions: [
        { id: 'T1', belief: 'A green run is a proof.', refutation: 'It proves what it asks.' },
        { id: 'G2', belief: 'What it says it ran, it ran.' },
      ],
    };
    const path = `/api/team/cohorts/${cohort}/content`;
    await read(await flo.put(path, { onVersion: 0, overrides }));
    const adas = await portOf(ada);
    take(saveTeamFile(app.journal.home, { url: team.url, token: 'kept elsewhere', tokenId: 'x' }));
    const words = () => show().activities.find(({ activity }) => activity === 'E5');
    const belief = (id: string) => loadCatalogue(app.journal).find(id)?.belief;
    const standard = belief('T1');
    expect(show().content).toBeNull();

    expect(await refreshGrowth(app, adas)).toMatchObject({ value: { content: true } });
    expect(await refreshGrowth(app, adas)).toMatchObject({ value: { content: false } });
    const away = createGrowthPort(createTeamClient({ url: 'http://127.0.0.1:9', token: 'none' }));
    expect(await refreshGrowth(app, away)).toMatchObject({ ok: false });
    expect(show().content).toEqual({ cohort: { name: 'Spring', version: 1, takenAt: '2026-03-09T10:00:00.000Z' }, mine: [] });
    expect(words()).toMatchObject({ name: 'Show that it works', levels: [{}, {}, { text: 'Writes the failing test first.' }, {}, {}] });
    expect(loadFramework(app.journal).activities.find(({ code }) => code === 'E5')).toMatchObject({ name: 'Show that it works' });
    expect(belief('T1')).toBe('A green run is a proof.');

    writeFileSync(join(home, 'own.yaml'), 'version: 1\nname: Mine\nentries:\n  - id: T1\n    belief: Green says enough.\n');
    take(bringCatalogue(app, join(home, 'own.yaml')));
    expect([belief('T1'), belief('G2')]).toEqual(['Green says enough.', 'What it says it ran, it ran.']);
    expect(loadCatalogue(app.journal).find('T1')?.refutation).toBe('It proves what it asks.');
    expect(show().content?.mine).toEqual(['Mine, version 1']);

    // Signed in to no team its content goes for nobody; nor once the year is no more.
    removeTeamFile(app.journal.home);
    expect([words()?.name, belief('G2') === overrides.misconceptions[1]?.belief]).toEqual(['Prove it works', false]);
    take(saveTeamFile(app.journal.home, { url: team.url, token: 'kept elsewhere', tokenId: 'x' }));
    expect(words()?.name).toBe('Show that it works');
    expect(await refreshGrowth(app, await portOf(flo))).toMatchObject({ value: { content: true } });
    expect(words()?.name).toBe('Prove it works');
    expect(standard).not.toBe('Green says enough.');
  });

  it('keeps what is here while the team is away', async () => {
    await play(await share('six'));
    await refresh();
    const before = show();
    const away = createGrowthPort(createTeamClient({ url: 'http://127.0.0.1:9', token: 'none' }));
    expect(await refreshGrowth(app, away)).toMatchObject({ ok: false, problem: { tag: 'cannot-reach' } });
    expect(show()).toEqual(before);
  });
});
