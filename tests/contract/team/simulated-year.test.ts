/** A small cohort through a year on the real code and database; the browser tests live a larger one. What must be true of any year is true. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, createClock } from '../../../src/app/simulate/calendar.ts';
import { checkYear, type Invariant } from '../../../src/app/simulate/check-year.ts';
import { simulateYear, type SimulatedYear } from '../../../src/app/simulate/simulate-year.ts';
import { openTeamApp, type OpenedTeamApp } from '../../../src/app/team/open-team-app.ts';
import { openKeys } from '../../../src/store/keys/open-keys.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore, startTestStore, type TestStore } from '../../../src/store/testing/start-test-store.ts';
import { take } from '../server/start-test-server.ts';

const WEEKS = 58;

describeWithStore('a simulated year', () => {
  let database: TestStore;
  let opened: OpenedTeamApp;
  let year: SimulatedYear;
  const folder = mkdtempSync(join(tmpdir(), 'rounds-year-'));

  beforeAll(async () => {
    database = await startTestStore();
    const clock = createClock(addDays(new Date('2026-01-05T06:00:00.000Z'), 0, 6));
    opened = take(
      await openTeamApp({
        database,
        keys: take(openKeys({ folder, variables: {} })),
        publicUrl: 'http://127.0.0.1',
        oidcIssuer: null,
        mail: null,
        clock: clock.now,
      }),
    );
    year = await simulateYear(opened.app, clock, { pairs: 6, seed: 3, weeks: WEEKS });
  }, 600_000);
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const check = (): Promise<Invariant[]> => withClient(database.owner, checkYear);

  it('holds every law, each asked of something', async () => {
    const laws = await check();
    expect(laws.filter(({ broken }) => broken.length > 0)).toEqual([]);
    expect(laws.filter(({ asked }) => asked === 0)).toEqual([]);
  });

  it('has leave, a change of preceptor, missed weeks, both ends of a year, and refusals to sign', () => {
    const { tally } = year;
    const { pauses, handOvers, missedWeeks, completed, signOffsGranted, grandRounds, projectsRefused } = tally;
    for (const [name, count] of Object.entries({ pauses, handOvers, missedWeeks, completed, signOffsGranted, grandRounds, projectsRefused }))
      expect(count, name).toBeGreaterThan(0);
    expect(Object.values(tally.refusals).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it.each([
    [
      'a preceptor who wrote first',
      `update rounds.weekly_entry set at = at - interval '30 days' where author = (select preceptor from rounds.programme limit 1)`,
    ],
    ['a level that is not what was rated', `update rounds.sign_off_request set evidence = '[]' where state = 'granted'`],
    ['an entry that was edited', `update rounds.sign_off_record set entry = jsonb_set(entry, '{at}', '"2020-01-01T00:00:00.000Z"') where n = 1`],
    ['a year that ended early', `update rounds.programme set completed_at = starts_at where state = 'completed'`],
    ['a project that nobody took apart', `update rounds.project set deconstruction = null where state = 'closed'`],
  ])('and would notice %s', async (_name, sql) => {
    const broken = await withClient(database.owner, async (client) => {
      await client.query('begin');
      const { rowCount } = await client.query(sql);
      expect(rowCount).toBeGreaterThan(0);
      const laws = await checkYear(client);
      await client.query('rollback');
      return laws.filter((law) => law.broken.length > 0);
    });
    expect(broken.length).toBeGreaterThan(0);
  });
});
