/** A portfolio from a journal with a closed round: through the use case and through the command line. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherMaterial } from '../../../src/app/portfolio/gather-material.ts';
import { makePortfolio } from '../../../src/app/portfolio/make-portfolio.ts';
import { rateActivity } from '../../../src/app/growth/rate-activity.ts';
import { portfolioChoiceSchema, portfolioMaterialSchema, portfolioSchema } from '../../../src/model/portfolio.ts';
import { roundIdSchema } from '../../../src/model/round.ts';
import { runRounds } from '../cli/run-rounds.ts';
import { makeHome, startTestServer, take, type TestServer } from '../server/start-test-server.ts';
import { playRace, RULE, writeRace } from './play-race.ts';

let home: string;
let server: TestServer;
beforeAll(async () => {
  home = makeHome();
  writeRace(home);
  server = await startTestServer({ home, clock: () => new Date('2026-03-05T10:00:00.000Z') });
  await playRace(server, home);
});
afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('a portfolio of this machine', () => {
  it('can show the year, activities, calibration, rules and beliefs, and nobody else', async () => {
    const { app } = server;
    const [first] = take(await gatherMaterial(app)).lessons;
    const practised = take(await gatherMaterial(app)).activities.find(({ rounds }) => rounds.length > 0);
    const activity = practised?.activity ?? expect.fail('no activity was practised');
    const round = roundIdSchema.parse(first?.id);
    take(rateActivity(app, { round, activity, view: 'retrospective', level: 2, note: 'SECRET-NOTE', agentErrorCaught: false }));
    const material = take(await gatherMaterial(app));
    expect(portfolioMaterialSchema.parse(material)).toEqual(material);
    expect(material).toMatchObject({
      year: { rounds: [{ month: '2026-03', rounds: 1 }] },
      lessons: [{ rule: RULE }],
      beliefs: [{ id: 'C1', state: 'suspected' }],
      calibration: { n: 1 },
    });
    expect(material.activities.find((one) => one.activity === activity)).toMatchObject({
      rounds: [{ rule: RULE }],
      ratings: [{ level: 2, view: 'retrospective', by: 'self', times: 1 }],
    });
  });

  it('has neither the case nor the code nor what was judged in it, all ticked', async () => {
    const material = take(await gatherMaterial(server.app));
    const all = portfolioChoiceSchema.parse({
      year: true,
      calibration: true,
      activities: material.activities.map(({ activity }) => activity),
      lessons: material.lessons.map(({ id }) => id),
      beliefs: material.beliefs.map(({ id }) => id),
    });
    const { html, portfolio } = take(await makePortfolio(server.app, all));
    for (const text of [html, JSON.stringify(portfolio)]) {
      for (const word of ['setTimeout', 'queue', 'shop', 'SECRET', '/home/']) expect(text).not.toContain(word);
    }
    expect(html).toContain('Wait for the &lt;event&gt;, not for the clock.');
  });
});

/** Over the journal that the server opened. */
const run = (...args: string[]) => runRounds(['portfolio', ...args], { home, env: { ROUNDS_HOME: join(home, 'rounds') } });

describe('rounds portfolio', () => {
  it('lists what there is and writes nothing', () => {
    const { status, stdout, stderr } = run();
    expect([status, stderr]).toEqual([0, 'Nothing was written. Tick what is to be in it, and say where with --out.\n']);
    expect(stdout).toContain(RULE);
  });

  it('writes what is ticked for its owner alone, and not over a file that is there', () => {
    const written = run('--with', 'lessons', '--name', 'Ada', '--out', 'ada.html');
    expect([written.status, written.stderr]).toEqual([0, '']);
    const file = join(home, 'ada.html');
    const page = readFileSync(file, 'utf8');
    expect(page).toContain('Portfolio of Ada');
    expect(page).not.toContain('id="calibration"');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    expect(run('--out', 'ada.html').status).toBe(2);
    expect(run('--out', 'ada.html', '--force').status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('Nothing was ticked.');
  });

  it('prints JSON of its schema; beliefs are in it one by one alone', () => {
    const { stdout } = run('--with', 'year', 'activities', 'levels', 'calibration', 'lessons', '--json');
    const portfolio = portfolioSchema.parse(JSON.parse(stdout));
    expect([portfolio.beliefs, portfolio.lessons?.length, portfolio.calibration?.n]).toEqual([null, 1, 1]);
    expect(portfolioSchema.parse(JSON.parse(run('--belief', 'C1', '--json').stdout)).beliefs).toMatchObject([{ id: 'C1' }]);
    expect(run('--belief', 'C2', '--json')).toMatchObject({ status: 2, stdout: '' });
  });
});
