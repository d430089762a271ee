/** The weekly page: the preceptee first, then the preceptor, then one focus in the same words; and nobody else. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { OwnWeeks, WeeklyView } from '../../../src/model/api/team/weekly.ts';
import type { Actor } from '../../../src/store/connect-store.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { listWeeklyWaiting } from '../../../src/store/weekly-pages.ts';
import { ok } from '../../../src/model/result.ts';
import { take } from '../server/start-test-server.ts';
import type { Browser } from './create-browser.ts';
import { handOver, moveYear, run, startPairYear, toActor, type PairYear } from './pair-year.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const WEEK = '2026-03-02';
const LAST = '2026-02-23';
const theirs = (mark: string) => ({ of: 'preceptee', wentWell: `well ${mark}`, hardest: 'The lock.', differently: 'Ask sooner.', nextFocus: 'Read first.' });
const answer = (mark: string) => ({ of: 'preceptor', saw: `saw ${mark}`, wantsNext: 'A test first.', changesMyself: 'Wait longer.' });

describeWithStore('the weekly page', () => {
  let team: TestTeam;
  let now: string;
  let [lead, ada, bo, cy] = [] as unknown as [Browser, Browser, Browser, Browser];
  let year: PairYear;

  beforeAll(async () => {
    now = '2026-03-06T15:00:00.000Z';
    team = await startTestTeam({ clock: () => new Date(now) });
    lead = await team.foundOrganisation('acme');
    [ada, bo, cy] = [await team.join(lead, 'ada@acme.example'), await team.join(lead, 'bo@acme.example'), await team.join(lead, 'cy@acme.example')];
  });
  beforeEach(async () => {
    now = '2026-03-06T15:00:00.000Z';
    if (year) await moveYear(lead, year, 'end');
    year = await startPairYear({ lead, preceptee: ada, preceptor: bo });
  });
  afterAll(() => team.stop());

  const write = (who: Browser, body: unknown, week = WEEK): Promise<Response> => who.put(`/api/team/weekly/${year.programme}/${week}`, body);
  const focus = (who: Browser, words: string, week = WEEK): Promise<Response> => who.put(`/api/team/weekly/${year.programme}/${week}/focus`, { focus: words });
  const see = async (who: Browser, query = ''): Promise<WeeklyView> =>
    (await (await who.get(`/api/team/weekly/${year.programme}${query}`)).json()) as WeeklyView;
  const both = async (mark: string, week = WEEK): Promise<void> => {
    for (const [who, body] of [
      [ada, theirs(mark)],
      [bo, answer(mark)],
    ] as const)
      expect((await write(who, body, week)).status).toBe(200);
  };

  it('goes in its order, and says to each what is next', async () => {
    const acts = async (): Promise<string[]> => [(await see(ada)).act, (await see(bo)).act];
    expect(await acts()).toEqual(['write', 'wait-for-half']);
    expect((await write(bo, answer('early'))).status).toBe(409);
    expect((await focus(ada, 'Read first.')).status).toBe(409);
    await write(ada, theirs('one'));
    expect(await acts()).toEqual(['wait-for-half', 'write']);
    expect((await see(bo)).page).toMatchObject({ preceptee: { by: { name: 'ada' }, half: { wentWell: 'well one' } }, preceptor: null, focus: null });
    await write(ada, theirs('again'));
    await write(bo, answer('one'));
    expect(await acts()).toEqual(['propose', 'propose']);
    await focus(bo, 'A test before the change.');
    expect(await acts()).toEqual(['answer', 'wait-for-answer']);
    // Saying the same again is no agreement of the other.
    expect(await (await focus(bo, 'A test before the change.')).json()).toMatchObject({ page: { focus: { agreedAt: null } } });
    await focus(ada, 'A test before each change.');
    expect(await acts()).toEqual(['wait-for-answer', 'answer']);
    expect(await (await focus(bo, 'A test before each change.')).json()).toMatchObject({
      act: 'done',
      page: { preceptee: { half: { wentWell: 'well again' } }, focus: { words: 'A test before each change.', agreedAt: now } },
    });
    for (const late of [write(ada, theirs('late')), write(bo, answer('late')), focus(ada, 'Other.')]) expect((await late).status).toBe(409);
    expect(((await (await ada.get('/api/team/weekly')).json()) as OwnWeeks).programmes.find(({ programme }) => programme === year.programme)).toMatchObject({
      act: 'done',
      focus: { week: WEEK, words: 'A test before each change.' },
    });
  });

  it('takes each half of its own person alone, short, and whole', async () => {
    expect((await write(bo, theirs('x'))).status).toBe(403);
    expect((await write(ada, answer('x'))).status).toBe(403);
    for (const wrong of [{ ...theirs('x'), hardest: ' ' }, { ...theirs('x'), hardest: 'x'.repeat(601) }, { ...theirs('x'), score: 3 }, { of: 'preceptee' }, {}])
      expect((await write(ada, wrong)).status).toBe(400);
    await both('one');
    for (const wrong of ['', 'x'.repeat(301)]) expect((await focus(ada, wrong)).status).toBe(400);
    expect((await see(ada)).page.preceptee?.half.wentWell).toBe('well one');
  });

  it('is open this week and last, and stays readable after', async () => {
    await both('last', LAST);
    expect((await see(ada, `?week=${LAST}`)).act).toBe('propose');
    for (const week of ['2026-02-16', '2026-03-09']) expect((await write(ada, theirs('x'), week)).status).toBe(400);
    expect((await write(ada, theirs('x'), '2026-03-03')).status).toBe(400);
    await both('this');
    now = '2026-03-20T10:00:00.000Z';
    const later = await see(bo);
    expect(later.weeks).toEqual(['2026-03-16', '2026-03-09']);
    expect(later.page).toMatchObject({ week: '2026-03-16', preceptee: null });
    // The week between is just not there.
    expect(later.earlier.map(({ week }) => week)).toEqual([WEEK, LAST]);
    expect((await see(bo, `?before=${WEEK}`)).earlier.map(({ week }) => week)).toEqual([LAST]);
  });

  it('is nobody else’s: neither lead nor another person reads or is told', async () => {
    const { store } = team.app;
    const told = (who: Actor): Promise<number> => run(store, who, async (db) => (await sql`select from rounds.change`.execute(db)).rows.length);
    const before = [await told(await toActor(lead)), await told(await toActor(cy))];
    await both('SECRET');
    expect([await told(await toActor(lead)), await told(await toActor(cy))]).toEqual(before);
    for (const who of [lead, cy]) {
      expect((await who.get(`/api/team/weekly/${year.programme}`)).status).toBe(404);
      expect((await write(who, theirs('x'))).status).toBe(404);
      expect((await focus(who, 'x')).status).toBe(404);
      expect(await (await who.get('/api/team/weekly')).json()).toMatchObject({ programmes: [] });
      const rows = await run(team.app.store, await toActor(who), async (tx) => [
        ...(await sql`select from rounds.weekly_entry`.execute(tx)).rows,
        ...(await sql`select from rounds.weekly_focus`.execute(tx)).rows,
      ]);
      expect(rows).toEqual([]);
    }
  });

  it('holds its order in the database too', async () => {
    const actor = await toActor(bo);
    const asBo = (query: ReturnType<typeof sql>) => team.app.store.as(actor, async ({ db }) => ok(await query.execute(db)));
    const early = await asBo(sql`select rounds.write_weekly_entry(${year.programme}, ${WEEK}, '{}', now())`);
    expect(early).toMatchObject({ ok: false, problem: { tag: 'conflict' } });
    expect(await asBo(sql`select rounds.set_weekly_focus(${year.programme}, ${WEEK}, 'Mine.', now())`)).toMatchObject({ ok: false });
    for (const table of ['weekly_entry', 'weekly_focus'])
      expect(await asBo(sql`delete from ${sql.table(`rounds.${table}`)}`)).toMatchObject({ ok: false, problem: { tag: 'not-allowed' } });
    expect(await asBo(sql`insert into rounds.weekly_entry values (${year.programme}, ${WEEK}, 'x', 'y', 'z', '{}', now())`)).toMatchObject({
      ok: false,
      problem: { tag: 'not-allowed' },
    });
  });

  it('begins anew with who comes later: they read nothing that was written to the one before', async () => {
    await both('SECRET', LAST);
    await focus(bo, 'Of Bo and Ada.', LAST);
    await focus(ada, 'Of Bo and Ada.', LAST);
    await both('SECRET');
    await focus(bo, 'Proposed by Bo.');
    await handOver(year, { preceptee: ada, preceptor: bo }, cy);
    const fresh = await see(cy);
    expect(fresh).toMatchObject({ act: 'wait-for-half', earlier: [], page: { preceptee: null, preceptor: null, focus: null }, programme: { focus: null } });
    expect(JSON.stringify(fresh)).not.toMatch(/SECRET|Of Bo|Proposed/);
    expect((await bo.get(`/api/team/weekly/${year.programme}`)).status).toBe(404);
    // Written to Bo, it lets nobody else answer.
    expect((await write(cy, answer('x'))).status).toBe(409);
    await expect(
      run(team.app.store, await toActor(cy), (tx) => sql`select rounds.write_weekly_entry(${year.programme}, ${WEEK}, '{}', now())`.execute(tx)),
    ).rejects.toThrow();
    expect((await see(ada)).act).toBe('write');
    await write(ada, theirs('to Cy'));
    await write(cy, answer('Cy'));
    // Cy happens on the words that Bo had proposed: Ada has not agreed to them.
    expect(await (await focus(cy, 'Proposed by Bo.')).json()).toMatchObject({ act: 'wait-for-answer', page: { focus: { agreedAt: null } } });
    const seen = await see(ada);
    expect(seen.page).toMatchObject({ preceptee: { half: { wentWell: 'well to Cy' } }, preceptor: { by: { name: 'cy' } } });
    expect(seen.earlier[0]).toMatchObject({ week: LAST, preceptor: { by: { name: 'bo' } }, focus: { words: 'Of Bo and Ada.' } });
  });

  it('rests while the year is paused', async () => {
    await moveYear(ada, year, 'pause');
    expect((await see(ada)).act).toBe('not-running');
    expect((await write(ada, theirs('x'))).status).toBe(409);
  });

  it('waits for whom it is their turn, for who reminds them', async () => {
    const waiting = async (who: Browser): Promise<string[]> =>
      take(await team.app.store.as(await toActor(who), async (tx) => ok(await listWeeklyWaiting(tx, WEEK))))
        .filter(({ programme }) => programme === year.programme)
        .map(({ act }) => act);
    expect([await waiting(ada), await waiting(bo), await waiting(lead)]).toEqual([['write'], [], []]);
    await write(ada, theirs('x'));
    expect([await waiting(ada), await waiting(bo)]).toEqual([[], ['write']]);
    expect(team.bugs).toEqual([]);
  });
});
