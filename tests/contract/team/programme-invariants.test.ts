/** Years under random acts by random people on a real store: whatever anybody tries, what must hold of a year holds. */
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listProgrammes } from '../../../src/app/team/programmes/list-programmes.ts';
import { agreeToHandOver, proposeMyHandOver, withdrawFromHandOver } from '../../../src/app/team/programmes/hand-overs.ts';
import { makeMyCohort } from '../../../src/app/team/programmes/cohorts.ts';
import { prepareProgramme } from '../../../src/app/team/programmes/make-programme.ts';
import { agreeToPlan, moveMyProgramme, saveMyPlan } from '../../../src/app/team/programmes/move-programme.ts';
import type { SharedApp } from '../../../src/app/team/team-app.ts';
import type { Programme } from '../../../src/model/programme.ts';
import type { CohortId, PersonId, ProgrammeId } from '../../../src/model/team/ids.ts';
import { PROGRAMME_ACTIONS, type ProgrammeAction } from '../../../src/model/team/programme.ts';
import { moveProgramme } from '../../../src/programme/year/move-programme.ts';
import { connectStore, type Actor, type Store } from '../../../src/store/connect-store.ts';
import { createPool } from '../../../src/store/create-pool.ts';
import { migrateStore } from '../../../src/store/migrate-store.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore, startTestStore, type TestStore } from '../../../src/store/testing/start-test-store.ts';

const PEOPLE = ['ana', 'ben', 'cleo', 'dan', 'lea', 'max'] as const;
type Name = (typeof PEOPLE)[number];
const LEADS: readonly Name[] = ['lea', 'max'];
const as = (person: string, organisation = 'mill'): Actor => ({ organisation, person });
/** Stands in every reason of a pause and every note of a hand-over. */
const SECRET = 'between-the-two';

const WHOLE = { goal: 'Goal', owner: 'Grace', policyUrl: 'https://example.org/policy', protectedHoursAWeek: 5, firstMeetingAt: '2026-01-06T09:00:00.000Z' };
const who = fc.constantFrom(...PEOPLE);
/** Mostly somebody whose year it is: strangers are refused, and get nobody anywhere. */
const by = fc.oneof(
  { weight: 1, arbitrary: who },
  { weight: 4, arbitrary: fc.constantFrom('preceptee' as const, 'preceptor' as const, 'lead' as const, 'next' as const) },
);
/** What keeps a year going, oftener than what ends it. */
const ON = ['start', 'pause', 'resume'] as const;
/** By whom, on which of the years so far, and what. */
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('make' as const),
      by: fc.constantFrom(...LEADS),
      preceptee: who,
      preceptor: who,
      area: fc.constantFrom('', 'pay', 'Pay ', 'web'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('plan' as const), by, year: fc.nat(), hours: fc.constantFrom(0, 4, 5) }) },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('agree' as const), by, year: fc.nat(), lag: fc.constantFrom(0, 0, 0, 1) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('agree-all' as const), by, year: fc.nat() }) },
  {
    weight: 10,
    arbitrary: fc.record({
      type: fc.constant('move' as const),
      by,
      year: fc.nat(),
      action: fc.constantFrom(...PROGRAMME_ACTIONS, ...ON, ...ON, ...ON),
    }),
  },
  { weight: 8, arbitrary: fc.record({ type: fc.constantFrom('propose' as const, 'hand-over' as const), by, year: fc.nat(), to: who }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom('accept' as const, 'accept' as const, 'withdraw' as const),
      by,
      year: fc.nat(),
      n: fc.integer({ min: 1, max: 12 }),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

interface Stored {
  readonly id: string;
  readonly pair: string;
  readonly preceptee: string;
  readonly preceptor: string;
  readonly lead: string;
  readonly area: string;
  readonly state: Programme['state'];
  readonly plan_version: number;
  /** The open hand-over, and to whom. */
  readonly open: number | null;
  readonly next: string | null;
}

const inOrder = <T extends { action: string; from_state: string }>(moves: readonly T[]): T[] =>
  moves.toSorted((a, b) => `${a.action} ${a.from_state}`.localeCompare(`${b.action} ${b.from_state}`));

/** Whether it was allowed. */
async function perform(app: SharedApp, given: Act, years: readonly Stored[], cohortByLead: ReadonlyMap<string, CohortId>): Promise<boolean> {
  if (given.type === 'make') {
    const { preceptee, preceptor, area } = given;
    const cohort = cohortByLead.get(given.by) as CohortId;
    const startsAt = app.clock().toISOString();
    return (await prepareProgramme(app, as(given.by), { cohort, preceptee: preceptee as never, preceptor: preceptor as never, area, startsAt, months: 12 })).ok;
  }
  const year = years[given.year % Math.max(1, years.length)];
  if (!year) return false;
  const isPart = (name: typeof given.by): name is 'preceptee' | 'preceptor' | 'lead' | 'next' => name in year;
  const actor = as((isPart(given.by) ? year[given.by] : given.by) ?? 'cleo');
  const id = year.id as ProgrammeId;
  switch (given.type) {
    case 'plan':
      return (await saveMyPlan(app, actor, id, { ...WHOLE, protectedHoursAWeek: given.hours, onVersion: year.plan_version })).ok;
    case 'agree':
      return (await agreeToPlan(app, actor, id, Math.max(1, year.plan_version - given.lag))).ok;
    case 'agree-all': {
      // Random people alone seldom bring a year to its start.
      const saved = await saveMyPlan(app, as(year.lead), id, { ...WHOLE, onVersion: year.plan_version });
      if (!saved.ok) return false;
      for (const person of new Set([year.preceptee, year.preceptor, year.lead])) await agreeToPlan(app, as(person), id, saved.value.plan.version);
      return (await moveMyProgramme(app, as(year.lead), id, { action: 'start', why: '' })).ok;
    }
    case 'move':
      return (await moveMyProgramme(app, actor, id, { action: given.action as ProgrammeAction, why: SECRET })).ok;
    case 'propose':
      return (await proposeMyHandOver(app, actor, id, { to: given.to as unknown as PersonId, summary: SECRET, focus: SECRET, openProjects: [SECRET] })).ok;
    case 'hand-over': {
      const note = { to: given.to as unknown as PersonId, summary: SECRET, focus: SECRET, openProjects: [] };
      const proposed = await proposeMyHandOver(app, as(year.preceptee), id, note);
      const mine = proposed.ok ? proposed.value.programmes.find((each) => each.id === id)?.handOvers.at(-1) : undefined;
      if (mine) await agreeToHandOver(app, as(given.to), { programme: id, n: mine.n });
      return proposed.ok;
    }
    case 'accept':
      return (await agreeToHandOver(app, actor, { programme: id, n: given.n > 4 ? (year.open ?? 1) : given.n })).ok;
    case 'withdraw':
      return (await withdrawFromHandOver(app, actor, { programme: id, n: given.n > 4 ? (year.open ?? 1) : given.n })).ok;
  }
}

describeWithStore('years under random acts', () => {
  let database: TestStore;
  let store: Store;
  /** As the database's owner, who sees all that there is. */
  let owner: ReturnType<typeof createPool>;
  beforeAll(async () => {
    database = await startTestStore();
    await withClient(database.owner, async (client) => {
      await migrateStore(client);
      for (const organisation of ['mill', 'other'])
        for (const name of PEOPLE)
          await client.query('insert into rounds.person (organisation, id, name, email, role) values ($1, $2, $2, $3, $4)', [
            organisation,
            name,
            `${name}@${organisation}.example`,
            LEADS.includes(name) ? 'lead' : 'member',
          ]);
    });
    store = connectStore(database.app);
    owner = createPool(database.owner);
  }, 60_000);
  afterAll(async () => {
    await store.close();
    await owner.end();
  });

  const query = async <T extends object>(text: string): Promise<T[]> => (await owner.query<T>(text)).rows;
  const readYears = (): Promise<Stored[]> =>
    query(`select y.id, y.pair, y.preceptee, y.preceptor, y.lead, y.area, y.state, y.plan_version, h.n as open, h.to_person as next
      from rounds.programme y left join rounds.hand_over h on h.programme = y.id and h.done_at is null and h.withdrawn_at is null order by y.created_at, y.id`);

  it('moves in the database exactly as in src/programme', async () => {
    const rows = await query<{ action: string; from_state: string; to_state: string }>('select * from rounds.programme_transition');
    const plan = {
      goal: 'G',
      owner: 'O',
      policyUrl: 'https://example.org',
      protectedHoursAWeek: 5,
      agreedBy: ['a', 'b', 'l'],
      firstMeetingAt: WHOLE.firstMeetingAt,
    };
    const from = (state: Programme['state']): Programme => ({
      preceptee: 'a',
      preceptor: 'b',
      lead: 'l',
      startsAt: '2026-01-05T09:00:00.000Z',
      months: 12,
      state,
      plan,
      pauses: [],
      handOvers: [],
      completedAt: null,
    });
    const states = ['planned', 'running', 'paused', 'completed', 'ended'] as const;
    const reckoned = states.flatMap((state) =>
      PROGRAMME_ACTIONS.flatMap((action) => {
        const moved = moveProgramme(from(state), action === 'pause' ? { type: action, why: '' } : { type: action }, '2028-01-01T00:00:00.000Z');
        return moved.ok ? [{ action, from_state: state, to_state: moved.value.state }] : [];
      }),
    );
    expect(inOrder(rows)).toEqual(inOrder(reckoned));
  });

  it('keep one preceptor, one part each in an area, pauses apart, states in order; and tell a lead no reason and no note', async () => {
    const reached = new Map<string, number>();
    const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 60, maxLength: 80 }), async (acts) => {
        await query('truncate rounds.cohort, rounds.programme, rounds.pair, rounds.preceptor_cap cascade');
        let now = Date.parse('2026-01-05T09:00:00.000Z');
        const app = { store, clock: () => new Date(now) } as unknown as SharedApp;
        const cohortByLead = new Map<string, CohortId>();
        for (const lead of LEADS) {
          const cohort = await makeMyCohort(app, { ...as(lead), role: 'lead', byToken: false }, `Of ${lead}`);
          if (cohort.ok) cohortByLead.set(lead, cohort.value.id);
        }
        let before: Stored[] = [];
        for (const each of acts) {
          // Weeks pass; now and then the years are over.
          now += each.type === 'move' && each.action === 'complete' ? 420 * 86_400_000 : 3 * 86_400_000;
          const done = await perform(app, each, before, cohortByLead);
          const after = await readYears();
          if (done) count(each.type === 'move' ? each.action : each.type);
          await checkYears(before, after, each, done);
          before = after;
        }
        await checkReaders(app, before);
      }),
      { numRuns: 12, endOnFailure: true },
    );
    // A test that never got anywhere would hold as well.
    expect([...reached.keys()]).toEqual(expect.arrayContaining(['make', 'plan', 'agree', 'agree-all', 'pause', 'propose', 'hand-over']));
  }, 240_000);

  async function checkYears(before: readonly Stored[], after: readonly Stored[], given: Act, done: boolean): Promise<void> {
    const transitions = await query<{ from_state: string; to_state: string }>('select from_state, to_state from rounds.programme_transition');
    const going = after.filter(({ state }) => ['planned', 'running', 'paused'].includes(state));
    for (const year of after) {
      expect(year.preceptee).not.toBe(year.preceptor);
      const had = before.find(({ id }) => id === year.id);
      if (!had) continue;
      if (had.state !== year.state) expect(transitions).toContainEqual({ from_state: had.state, to_state: year.state });
      expect([year.preceptee, year.lead, year.area]).toEqual([had.preceptee, had.lead, had.area]);
      // Another preceptor only by a hand-over that both agreed to, and then in a new pair of just these two.
      if (had.preceptor !== year.preceptor) {
        expect(['accept', 'hand-over']).toContain(given.type);
        expect(year.pair).not.toBe(had.pair);
      }
      if (!done) expect(year).toEqual(had);
    }
    for (const one of going)
      for (const other of going)
        if (one.area.trim().toLowerCase() === other.area.trim().toLowerCase()) expect(one.preceptee === other.preceptor, `${one.id} ${other.id}`).toBe(false);
    expect(new Set(going.map(({ preceptee, area }) => `${preceptee} ${area}`)).size).toBe(going.length);
    const wrong = await query<{ what: string }>(`
      select 'pauses that overlap' as what from rounds.pause a join rounds.pause b on a.programme = b.programme and a.n < b.n where a.to_at is null or a.to_at > b.from_at
      union all select 'an open pause' from rounds.programme y where (y.state = 'paused') <> exists (select from rounds.pause p where p.programme = y.id and p.to_at is null)
      union all select 'a pair of others' from rounds.programme y where (select array_agg(person order by person) from rounds.pair_member m where m.pair = y.pair)
        <> (select array_agg(p order by p) from unnest(array[y.preceptee, y.preceptor]) p)
      union all select 'a start without all three' from rounds.programme y where y.state in ('running', 'paused', 'completed') and not exists (select from rounds.hand_over h where h.programme = y.id and h.done_at is not null)
        and exists (select from unnest(array[y.preceptee, y.preceptor, y.lead]) w where not exists
          (select from rounds.plan_agreement a where a.programme = y.id and a.person = w and a.plan_version = y.plan_version))
      union all select 'two hand-overs open' from rounds.hand_over where done_at is null and withdrawn_at is null group by programme having count(*) > 1
      union all select 'a hand-over without both' from rounds.hand_over where done_at is not null and (agreed_by_preceptee_at is null or accepted_at is null)`);
    expect(wrong).toEqual([]);
  }

  /** What each person of both organisations can read, through the use cases and straight from the tables. */
  async function checkReaders(app: SharedApp, years: readonly Stored[]): Promise<void> {
    const handOvers = await query<{ programme: string; n: number; from_person: string; to_person: string; preceptee: string }>(
      'select * from rounds.hand_over',
    );
    const reasons = await query<{ programme: string; n: number; preceptee: string; preceptor: string }>('select * from rounds.pause_reason');
    for (const name of PEOPLE) {
      const listed = await listProgrammes(app, as(name));
      if (!listed.ok) throw new Error(listed.problem.what);
      expect(listed.value.programmes.map(({ id }) => id).toSorted()).toEqual(
        years
          .filter(({ preceptee, preceptor, lead }) => [preceptee, preceptor, lead].includes(name))
          .map(({ id }) => id)
          .toSorted(),
      );
      for (const year of listed.value.programmes) {
        for (const [index, { why }] of year.pauses.entries()) {
          const reason = reasons.find((each) => each.programme === year.id && each.n === index + 1);
          // Of the two as they were then: a lead who was preceptor once keeps what they were told.
          if (why !== null) expect([reason?.preceptee, reason?.preceptor]).toContain(name);
        }
        for (const { n, note } of year.handOvers) {
          const row = handOvers.find((each) => each.programme === year.id && each.n === n);
          if (note) expect([row?.from_person, row?.to_person, row?.preceptee]).toContain(name);
        }
      }
      const notes = await straight<{ programme: string; n: number }>(name, 'rounds.hand_over_note');
      for (const note of notes) {
        const row = handOvers.find((each) => each.programme === note.programme && each.n === note.n);
        expect([row?.from_person, row?.to_person, row?.preceptee]).toContain(name);
      }
      for (const reason of await straight<{ preceptee: string; preceptor: string }>(name, 'rounds.pause_reason'))
        expect([reason.preceptee, reason.preceptor]).toContain(name);
      for (const table of ['programme', 'cohort', 'pause', 'pause_reason', 'hand_over', 'hand_over_note', 'plan_agreement'])
        expect(await straight(name, `rounds.${table}`, 'other')).toEqual([]);
    }
  }

  async function straight<T extends object>(name: string, table: string, organisation = 'mill'): Promise<T[]> {
    const read = await store.as(as(name, organisation), async ({ db }) => ({
      ok: true as const,
      value: (await sql<T>`select * from ${sql.raw(table)}`.execute(db)).rows,
    }));
    if (!read.ok) throw new Error(read.problem.what);
    return read.value;
  }
});
