/** From a closed round alone to what it says about its owner: belief, calibration, activity, and the card that comes back. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actOnBelief } from '../../../src/app/growth/act-on-belief.ts';
import { answerCard, turnCard } from '../../../src/app/growth/answer-card.ts';
import { openRecall } from '../../../src/app/growth/open-recall.ts';
import { showGrowth } from '../../../src/app/growth/show-growth.ts';
import { sealJudgement } from '../../../src/app/rounds/answer-round.ts';
import { closeRound } from '../../../src/app/rounds/close-round.ts';
import { startDebrief } from '../../../src/app/rounds/start-debrief.ts';
import { startRound } from '../../../src/app/rounds/start-round.ts';
import { growthSchema, type HeldBelief } from '../../../src/model/api/growth.ts';
import type { MisconceptionId } from '../../../src/model/misconception.ts';
import type { Moment } from '../../../src/model/moment.ts';
import type { RoundId } from '../../../src/model/round.ts';
import { makeHome, startTestServer, take, type TestServer } from '../server/start-test-server.ts';
import { writeSession } from '../server/write-session.ts';

const DAY_MS = 86_400_000;
const C1 = 'C1' as MisconceptionId;
const START = Date.parse('2026-03-02T10:00:00.000Z');
let home: string;
let day: number;
let server: TestServer;

beforeEach(async () => {
  home = makeHome();
  day = 0;
  for (const [index, repository] of ['shop', 'bank', 'farm'].entries()) writeRace(repository, index);
  server = await startTestServer({ home, clock: () => new Date(START + day * DAY_MS) });
  take(await server.app.importer.start({ paths: [join(home, 'sessions')] }));
});
afterEach(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

/** A wait is put in front of a flaky test, counts as the fix, and fails again. */
function writeRace(repository: string, index: number): void {
  writeSession(join(home, 'sessions', `${repository}.jsonl`), {
    id: repository,
    cwd: `/home/you/${repository}`,
    startedAt: new Date(START - (index + 1) * 3_600_000).toISOString(),
    steps: [
      { prompt: `The ${repository} queue test fails now and then. Please fix it.` },
      { run: 'npm test', prints: `FAIL src/${repository}.test.ts\n  expected 3 jobs, got 2\nTests: 1 failed, 9 passed`, fails: true },
      { edit: `src/${repository}.ts`, from: 'await queue.flush();', to: 'await queue.flush();\n  await new Promise((resolve) => setTimeout(resolve, 500));' },
      { say: 'I added a short wait so that the queue has time to settle. This fixes the race.' },
      { run: 'npm test', prints: `FAIL src/${repository}.test.ts\n  expected 3 jobs, got 2\nTests: 1 failed, 9 passed`, fails: true },
      { prompt: 'It still fails. Wait for the event instead of sleeping.' },
      { edit: `src/${repository}.ts`, from: 'await new Promise((resolve) => setTimeout(resolve, 500));', to: "await once(queue, 'empty');" },
      { run: 'npm test', prints: 'Tests: 10 passed' },
      { say: 'You are right: it now waits for the queue to be empty, and all tests pass.' },
    ],
  });
}

function findRace(repository: string): Moment {
  const found = server.app.journal.moments
    .list(100, 0)
    .map(({ moment }) => moment)
    .find(
      ({ propositions, session, kind }) =>
        kind !== 'good-practice' &&
        propositions.some(({ belief, truth }) => belief === 'C1' && truth === false) &&
        server.app.journal.sessions.get(session)?.repository === repository,
    );
  return found ?? expect.fail(`no race in ${repository}`);
}

function play(moment: Moment, probability: number, verdict: 'accept' | 'reject'): RoundId {
  const { app } = server;
  const { id } = take(startRound(app, moment.id));
  const proposition = moment.propositions.find(({ belief }) => belief === 'C1')?.id ?? '';
  take(sealJudgement(app, id, { verdict, lines: [], reason: 'It waits long enough.', proposition, probability, changeMyMind: '', knewOutcome: false }));
  take(startDebrief(app, id));
  const debrief = {
    generalRule: 'Wait for the event, not for the clock.',
    whatWasRight: 'A small change.',
    nextTime: 'Ask what comes first.',
    uncertainties: '',
    changedMind: '',
  };
  take(closeRound(app, id, debrief));
  return id;
}

const show = () => take(showGrowth(server.app));
const race = (): HeldBelief => show().beliefs.find(({ id }) => id === C1) ?? expect.fail('C1 is not there');

describe('growth of who plays rounds alone', () => {
  it('is empty before the first round', () => {
    expect(show()).toMatchObject({ beliefs: [], rounds: 0, recall: { due: 0, cards: 0 }, calibration: { n: 0, brier: null } });
  });

  it('takes the chosen distractor as a first sign, quotes nothing, and counts once however often it is asked', () => {
    const round = play(findRace('shop'), 80, 'accept');
    expect(race().standing).toMatchObject({ state: 'suspected', occasionsFor: 1, missing: ['A second sign, from another case.', 'A sign in your own words.'] });
    expect(race().evidence).toMatchObject([{ source: 'distractor', direction: 'for', words: null, round }]);
    const { calibration, activities, rounds } = show();
    expect(calibration).toMatchObject({ n: 1, baseRate: 0, unresolved: 0 });
    expect(calibration.brier?.score).toBeCloseTo(0.64, 12);
    expect(rounds).toBe(1);
    expect(activities.flatMap((one) => one.rounds).every(({ id }) => id === round)).toBe(true);
    expect(activities.some((one) => one.rounds.length > 0)).toBe(true);
  });

  it('goes the whole way: confirmed in own words, addressed, recalled through another repository, resolved, relapsed', () => {
    play(findRace('shop'), 80, 'accept');
    day = 1;
    take(actOnBelief(server.app, C1, { type: 'answer', words: 'I thought half a second is always enough.', holds: true, round: null }));
    expect(race().standing.state).toBe('confirmed');
    take(actOnBelief(server.app, C1, { type: 'addressed' }));
    day = 2;
    const [first] = take(openRecall(server.app));
    expect(JSON.stringify(first)).not.toContain('Wait for the event, not for the clock.');
    expect(first).not.toHaveProperty('kind');
    const moment = first?.case?.moment ?? expect.fail('asked through no case');
    expect(first?.question).not.toMatch(/race|wait/i);
    const id = first?.id ?? expect.fail();
    expect(take(turnCard(server.app, id, moment)).rule).toBe('Wait for the event, not for the clock.');
    expect(server.app.journal.today.listEverOffered()).toContain(moment);
    const kept = take(answerCard(server.app, id, { grade: 'good', moment }));
    expect(kept).toEqual({ kind: 'transfer', days: 3, due: new Date(START + 5 * DAY_MS).toISOString() });
    expect(answerCard(server.app, id, { grade: 'again', moment })).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
    expect(take(openRecall(server.app))).toEqual([]);
    day = 16;
    expect(race().standing).toMatchObject({ state: 'addressed', missing: ['A recall 14 days or more after it was addressed.'] });
    const [second] = take(openRecall(server.app));
    take(answerCard(server.app, id, { grade: 'good', moment: second?.case?.moment ?? null }));
    expect(race().standing).toMatchObject({ state: 'resolved', relapses: 0 });
    day = 80;
    take(answerCard(server.app, id, { grade: 'again', moment: null }));
    expect(race().standing).toMatchObject({ state: 'relapsed', relapses: 1 });
  });

  it('lets its owner contest a belief', () => {
    play(findRace('shop'), 80, 'accept');
    day = 1;
    take(actOnBelief(server.app, C1, { type: 'contest', why: 'I mistyped the chance.' }));
    take(actOnBelief(server.app, C1, { type: 'answer', words: 'Half a second is enough.', holds: true, round: null }));
    expect(race().standing).toMatchObject({ state: 'suspected', contested: { why: 'I mistyped the chance.' } });
    expect(actOnBelief(server.app, 'C9' as MisconceptionId, { type: 'addressed' })).toMatchObject({ ok: false, problem: { tag: 'not-found' } });
  });
});

describe('growth over HTTP', () => {
  it('answers with what the contract says, to its owner alone', async () => {
    const round = play(findRace('bank'), 30, 'reject');
    const answered = await server.send({ path: '/api/growth' });
    expect(answered.status).toBe(200);
    expect(growthSchema.parse(JSON.parse(answered.body)).rounds).toBe(1);
    expect((await server.send({ path: '/api/growth', headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    const json = { 'content-type': 'application/json' };
    const post = (path: string, body: object) => server.send({ method: 'POST', path, headers: json, body: JSON.stringify(body) });
    expect(await post('/api/growth/refresh', {})).toMatchObject({ status: 200, body: 'null' });
    expect((await post('/api/growth/questions', { thread: 't_0000000000000001', n: 1, misconception: 'C1', holds: true })).status).toBe(409);
    expect((await post('/api/growth/beliefs/C1', { type: 'contest', why: '' })).status).toBe(400);
    expect((await post('/api/growth/beliefs/C1', { type: 'contest', why: 'It was the test.' })).status).toBe(204);
    const activity = show().activities.find(({ rounds }) => rounds.length > 0)?.activity;
    const rating = { activity, view: 'prospective', level: 3, note: '', agentErrorCaught: true, round };
    expect((await post('/api/growth/ratings', rating)).status).toBe(204);
    expect((await post('/api/growth/ratings', { ...rating, level: 6 })).status).toBe(400);
    expect(show().activities.find((one) => one.activity === activity)?.levels[2]?.prospective).toHaveLength(1);
  });
});
