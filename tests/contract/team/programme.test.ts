/** The year of a pair over HTTP: who prepares it, what it takes to begin, how it moves, who reads what of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CohortContent } from '../../../src/model/api/team/cohort-content.ts';
import type { CohortLoad, SuggestionList } from '../../../src/model/api/team/cohorts.ts';
import type { ProgrammeList } from '../../../src/model/api/team/programmes.ts';
import type { OwnSurveys } from '../../../src/model/api/team/surveys.ts';
import type { Cohort } from '../../../src/model/team/cohort.ts';
import type { OwnLoad } from '../../../src/model/team/preceptor-load.ts';
import type { TeamProgramme } from '../../../src/model/team/programme.ts';
import { connectStore } from '../../../src/store/connect-store.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { WHOLE_PLAN } from './make-programme.ts';
import { prepareYear, startYear, type Someone, type TestYear } from './make-year.ts';
import { read, whoIs } from './read.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const problemOf = async (response: Response): Promise<string> => {
  const body = (await response.json()) as { what?: string; why?: string; next?: string };
  return `${response.status} ${JSON.stringify(body)}`;
};

const at = (year: TestYear): string => `/api/team/programmes/${year.programme}`;
const list = async (who: Someone): Promise<ProgrammeList> => read(await who.browser.get('/api/team/programmes'));
const look = async (year: TestYear, who: Someone): Promise<TeamProgramme> => read(await who.browser.get(at(year)));
const move = (year: TestYear, who: Someone, action: string, why?: string): Promise<Response> => who.browser.post(`${at(year)}/move`, { action, why });

describeWithStore('a programme', () => {
  let team: TestTeam;
  let now = new Date('2026-01-05T10:00:00.000Z');
  let organisations = 0;
  beforeAll(async () => {
    team = await startTestTeam({ clock: () => now });
  }, 60_000);
  afterAll(async () => {
    expect(team.bugs).toEqual([]);
    await team.stop();
  });

  const newName = (): string => `books${(organisations += 1)}`;

  it('does not begin until everything is in writing and all three agreed, by HTTP and straight in the database', async () => {
    const year = await prepareYear(team, newName());
    const { preceptee, preceptor, lead } = year;
    const asLead = connectStore(team.database.app);
    const { organisation } = await whoIs(lead.browser);
    const straight = (): Promise<string> =>
      asLead
        .as({ organisation: organisation.id, person: lead.id }, async ({ db }) => {
          const { sql } = await import('kysely');
          await sql`select rounds.move_programme(${year.programme}, 'start', '', ${now.toISOString()}::timestamptz)`.execute(db);
          return { ok: true as const, value: undefined };
        })
        .then((result) => (result.ok ? 'started' : result.problem.tag));

    const gaps: [Partial<typeof WHOLE_PLAN>, RegExp][] = [
      [{ goal: ' ' }, /goal of the year/],
      [{ owner: '' }, /who answers/],
      [{ policyUrl: 'somewhere' }, /who sees it/],
      [{ protectedHoursAWeek: 0 }, /protected hours/],
      [{ firstMeetingAt: null }, /first meeting/],
    ];
    let version = 1;
    for (const [gap, words] of gaps) {
      const saved = await read<TeamProgramme>(await preceptee.browser.put(`${at(year)}/plan`, { ...WHOLE_PLAN, ...gap, onVersion: version }));
      version = saved.plan.version;
      for (const { browser } of [preceptee, preceptor, lead]) await read(await browser.post(`${at(year)}/agree`, { version }));
      const shown = await look(year, lead);
      expect(shown.missing).toEqual([expect.stringMatching(words)]);
      expect(shown.actions).toEqual(['end']);
      expect(await problemOf(await move(year, lead, 'start'))).toMatch(words);
      expect(await straight()).toBe('bad-input');
    }
    const whole = await read<TeamProgramme>(await preceptor.browser.put(`${at(year)}/plan`, { ...WHOLE_PLAN, onVersion: version }));
    expect(whole.missing).toEqual([`Protected time is not agreed by ${preceptee.name}, ${preceptor.name}, ${lead.name}.`]);
    for (const { browser, name } of [preceptee, preceptor, lead]) {
      expect(await problemOf(await move(year, preceptee, 'start'))).toContain(name);
      expect(await straight()).toBe('bad-input');
      await read(await browser.post(`${at(year)}/agree`, { version: whole.plan.version }));
    }
    expect((await look(year, preceptee)).missing).toEqual([]);
    expect((await read<TeamProgramme>(await move(year, preceptee, 'start'))).state).toBe('running');
    // What the plan says of the first meeting is a meeting from then on.
    expect((await look(year, lead)).meetings).toMatchObject([{ kind: 'first meeting', at: WHOLE_PLAN.firstMeetingAt, heldAt: null }]);
    expect(await straight()).toBe('conflict');
    await asLead.close();
  }, 60_000);

  it('voids what was agreed when the plan changes, and tells who had the older one before them', async () => {
    const year = await prepareYear(team, newName());
    const { preceptee, preceptor, lead, other } = year;
    await read(await preceptee.browser.put(`${at(year)}/plan`, { ...WHOLE_PLAN, onVersion: 1 }));
    await read(await preceptor.browser.post(`${at(year)}/agree`, { version: 2 }));
    await read(await lead.browser.put(`${at(year)}/plan`, { ...WHOLE_PLAN, protectedHoursAWeek: 4, onVersion: 2 }));
    expect((await look(year, preceptor)).plan).toMatchObject({ version: 3, agreements: [] });
    expect(await problemOf(await preceptee.browser.put(`${at(year)}/plan`, { ...WHOLE_PLAN, onVersion: 2 }))).toMatch(/409.*version 3/);
    expect(await problemOf(await preceptee.browser.post(`${at(year)}/agree`, { version: 2 }))).toMatch(/409.*version 3/);
    expect((await other.browser.post(`${at(year)}/agree`, { version: 3 })).status).toBe(404);
  });

  it('shows the two and the lead the year, with names, and nobody else', async () => {
    const year = await startYear(team, newName());
    for (const who of [year.preceptee, year.preceptor, year.lead])
      expect((await look(year, who)).milestones[0]).toMatchObject({ kind: 'first meeting', state: 'due' });
    for (const who of [year.owner, year.other]) {
      expect((await who.browser.get(at(year))).status).toBe(404);
      expect(await list(who)).toEqual({ programmes: [], incoming: [] });
    }
    expect((await look(year, year.preceptee)).parts).toEqual(['preceptee']);
    expect((await look(year, year.lead)).pair).toBeNull();
    now = new Date('2026-02-05T10:00:00.000Z');
    expect((await look(year, year.lead)).milestones[0]).toMatchObject({ kind: 'first meeting', state: 'overdue' });
    now = new Date('2026-01-05T10:00:00.000Z');
  });

  it('pauses and resumes; the reason stays between the two, and the end moves with the pause', async () => {
    const year = await startYear(team, newName());
    now = new Date('2026-03-01T00:00:00.000Z');
    await read(await move(year, year.preceptee, 'pause', 'parental leave'));
    expect(await problemOf(await move(year, year.preceptor, 'pause'))).toMatch(/409.*paused/);
    expect((await look(year, year.preceptor)).pauses[0]?.why).toBe('parental leave');
    expect((await look(year, year.lead)).pauses).toEqual([{ from: '2026-03-01T00:00:00.000Z', to: null, why: null }]);
    now = new Date('2026-03-31T00:00:00.000Z');
    const resumed = await read<TeamProgramme>(await move(year, year.preceptor, 'resume'));
    expect(resumed.endsAt).toBe('2027-02-04T09:00:00.000Z');
    now = new Date('2027-01-20T00:00:00.000Z');
    expect(await problemOf(await move(year, year.lead, 'complete'))).toMatch(/409.*2027-02-04/);
    now = new Date('2027-02-04T09:00:00.000Z');
    expect(await read<TeamProgramme>(await move(year, year.lead, 'complete'))).toMatchObject({ state: 'completed', actions: [] });
    now = new Date('2026-01-05T10:00:00.000Z');
  });

  it('changes the preceptor once the preceptee and who comes agree; the lead learns that it happened, not what was written', async () => {
    const year = await startYear(team, newName());
    const { preceptee, preceptor, lead, other } = year;
    const note = { summary: 'Ana reads diffs well; note-mark.', focus: 'Migrations next.', openProjects: ['Ledger import'] };
    const path = `${at(year)}/hand-overs`;
    expect(await problemOf(await preceptor.browser.post(path, { ...note, to: preceptee.id }))).toMatch(/third person/);
    expect(await problemOf(await preceptor.browser.post(path, { ...note, focus: '', to: other.id }))).toMatch(/what is next/);
    expect((await lead.browser.post(path, { ...note, to: other.id })).status).toBe(403);
    await read(await preceptor.browser.post(path, { ...note, to: other.id }));
    expect((await list(other)).incoming).toMatchObject([{ programme: year.programme, n: 1, note }]);
    expect((await other.browser.get(at(year))).status).toBe(404);
    expect((await lead.browser.post(`${path}/1/agree`)).status).toBe(404);
    await read(await other.browser.post(`${path}/1/agree`));
    expect((await look(year, preceptee)).preceptor.id).toBe(preceptor.id);
    const agreed = await read<ProgrammeList>(await preceptee.browser.post(`${path}/1/agree`));
    expect(agreed.programmes[0]).toMatchObject({ preceptor: { id: other.id }, handOvers: [{ n: 1, state: 'done', note }] });
    const before = await read<{ pairs: { id: string }[] }>(await other.browser.get('/api/team/pairs'));
    expect(before.pairs.map(({ id }) => id)).toEqual([agreed.programmes[0]?.pair]);
    expect((await preceptor.browser.get(at(year))).status).toBe(404);
    const seenByLead = await (await lead.browser.get(at(year))).text();
    expect(seenByLead).toContain('"state":"done"');
    expect(seenByLead).not.toContain('note-mark');
    expect((await preceptee.browser.post(`${path}/1/withdraw`)).status).toBe(409);
  });

  it('lets somebody say no to a hand-over', async () => {
    const year = await startYear(team, newName());
    const path = `${at(year)}/hand-overs`;
    await read(await year.preceptee.browser.post(path, { to: year.other.id, summary: 'So far.', focus: 'Next.', openProjects: [] }));
    expect(await read<ProgrammeList>(await year.other.browser.post(`${path}/1/withdraw`))).toEqual({ programmes: [], incoming: [] });
    expect((await look(year, year.preceptee)).handOvers).toMatchObject([{ state: 'withdrawn', agreedByPreceptee: true }]);
    expect((await year.other.browser.post(`${path}/1/agree`)).status).toBe(409);
  });

  it('takes one person in both parts in two areas, and not in one', async () => {
    const year = await startYear(team, newName());
    const { preceptee, preceptor, lead, other, cohort } = year;
    const make = (area: string): Promise<Response> =>
      lead.browser.post('/api/team/programmes', { cohort: cohort.id, preceptee: other.id, preceptor: preceptee.id, area, startsAt: now.toISOString() });
    expect(await problemOf(await make('Payments '))).toMatch(/409.*other part/);
    await read(await make('accessibility'));
    expect((await list(preceptee)).programmes.map(({ area, parts }) => [area, parts])).toEqual([
      ['payments', ['preceptee']],
      ['accessibility', ['preceptor']],
    ]);
    expect((await list(preceptor)).programmes).toHaveLength(1);
    expect((await list(lead)).programmes).toHaveLength(2);
  });

  it('suggests pairs with reasons; wishes and refusals are in no answer', async () => {
    const year = await prepareYear(team, newName());
    const { owner, lead, preceptor, other, preceptee, cohort } = year;
    const path = `/api/team/cohorts/${cohort.id}`;
    const profile = { areas: ['Payments', 'search'], activities: ['E4'], utcOffset: 60, from: 9, to: 17, wishes: [] as string[], declines: [] as string[] };
    await read(await other.browser.put(`${path}/profile`, { ...profile, takesPartAs: 'preceptee', wishes: [owner.id], declines: [preceptor.id] }));
    for (const who of [owner, preceptor]) await read(await who.browser.put(`${path}/profile`, { ...profile, takesPartAs: 'preceptor', wishes: [other.id] }));
    const answered = await read<SuggestionList>(await lead.browser.get(`${path}/suggestions`));
    expect(answered).toMatchObject({ preceptees: 1, preceptors: 2, suggestions: [{ preceptee: { id: other.id }, preceptor: { id: owner.id } }] });
    expect(answered.suggestions[0]?.reasons).toContain('Both name payments, search.');
    expect(JSON.stringify(answered)).not.toMatch(/wish|declin/i);
    await read(await other.browser.put(`${path}/profile`, { ...profile, takesPartAs: 'preceptee' }));
    const both = await read<SuggestionList>(await lead.browser.get(`${path}/suggestions`));
    // The one who has a pair already has fewer hours left, and is the second.
    expect(both.suggestions.map((each) => each.preceptor.id)).toEqual([owner.id, preceptor.id]);
    expect(both.suggestions[1]?.cautions).toEqual(['After this pair the preceptor is full.']);
    for (const who of [owner, preceptee]) expect((await who.browser.get(`${path}/suggestions`)).status).toBe(403);
    expect(await read<{ profile: unknown }>(await other.browser.get(`${path}/profile`))).toMatchObject({ profile: { areas: ['payments', 'search'] } });
    await read(await other.browser.delete(`${path}/profile`));
    expect(await read(await other.browser.get(`${path}/profile`))).toEqual({ profile: null });
    expect((await read<SuggestionList>(await lead.browser.get(`${path}/suggestions`))).suggestions).toEqual([]);
  });

  it('counts hours of preceptors: one’s own with this week, for the lead whole weeks against the cap', async () => {
    const year = await startYear(team, newName());
    const { owner, lead, preceptor, preceptee, cohort } = year;
    now = new Date('2026-02-04T12:00:00.000Z');
    // Two reviews held in the week before, three hours each, and one this week.
    await withClient(team.database.owner, async (client) => {
      for (const [n, starts] of [
        ['1', '2026-01-26T09:00:00Z'],
        ['2', '2026-01-28T09:00:00Z'],
        ['3', '2026-02-02T09:00:00Z'],
      ])
        await client.query(
          `insert into rounds.meeting (id, organisation, programme, kind, starts_at, minutes, created_by, changed_at, held_at)
            select 'a_000000000000' || substr(md5(id), 1, 3) || $2, organisation, id, 'review', $3, 180, preceptor, $3, $3 from rounds.programme where id = $1`,
          [year.programme, n, starts],
        );
    });
    const own = await read<OwnLoad>(await preceptor.browser.get('/api/team/preceptor-load'));
    expect(own).toMatchObject({ cap: 10, isOwnCap: false, thisWeek: 3, state: 'within' });
    expect(own.weeks).toHaveLength(8);
    expect(own.weeks.at(-1)).toEqual({ week: '2026-01-26', hours: 6 });
    expect(await read<OwnLoad>(await preceptor.browser.put('/api/team/preceptor-load/cap', { hoursAWeek: 5.5 }))).toMatchObject({
      cap: 5.5,
      isOwnCap: true,
      state: 'over',
    });
    const seen = await read<CohortLoad>(await lead.browser.get(`/api/team/cohorts/${cohort.id}/load`));
    expect(seen.preceptors).toMatchObject([
      { preceptor: { id: preceptor.id }, cap: 5.5, state: 'over', advice: expect.stringContaining('hand one pair over') },
    ]);
    expect(seen.preceptors[0]?.weeks.at(-1)).toEqual({ week: '2026-01-26', hours: 6 });
    expect(seen.preceptors[0]?.relief[0]).toContain('Nobody else');
    for (const who of [owner, preceptee, preceptor]) expect((await who.browser.get(`/api/team/cohorts/${cohort.id}/load`)).status).toBe(403);
    expect(await read<OwnLoad>(await preceptee.browser.get('/api/team/preceptor-load'))).toMatchObject({ thisWeek: 0, cap: 10 });
    now = new Date('2026-01-05T10:00:00.000Z');
  });

  it('keeps a cohort’s own content in versions over what comes with Rounds', async () => {
    const { lead, preceptee, owner, cohort } = await startYear(team, newName());
    const path = `/api/team/cohorts/${cohort.id}/content`;
    const first = await read<CohortContent>(await preceptee.browser.get(path));
    expect(first.content).toMatchObject({ version: 0, signOff: { cases: 5, raters: 2 } });
    expect(first.content.misconceptions.length).toBe(44);
    const overrides = {
      signOff: { cases: 8 },
      levels: { E5: { '3': 'Adds a test that fails before the change.' } },
      misconceptions: [{ id: 'T1', belief: 'A green run proves it.' }],
      surveyItems: [{ id: 'time', words: 'The time was there.' }],
    };
    expect((await preceptee.browser.put(path, { onVersion: 0, overrides })).status).toBe(403);
    expect((await owner.browser.put(path, { onVersion: 0, overrides })).status).toBe(403);
    const saved = await read<CohortContent>(await lead.browser.put(path, { onVersion: 0, overrides }));
    expect(saved.content).toMatchObject({ version: 1, signOff: { cases: 8, raters: 2 }, surveyItems: overrides.surveyItems });
    const asked = await read<OwnSurveys>(await preceptee.browser.get('/api/team/surveys'));
    expect(asked.surveys[0]?.items).toEqual(overrides.surveyItems);
    expect(saved.content.levels.E5['3']).toBe('Adds a test that fails before the change.');
    expect(saved.content.levels.E5['2']).toBe(first.content.levels.E5['2']);
    expect(saved.content.misconceptions.find(({ id }) => id === 'T1')?.belief).toBe('A green run proves it.');
    expect((await read<CohortContent>(await preceptee.browser.get(path))).content).toEqual(saved.content);
    expect(await problemOf(await lead.browser.put(path, { onVersion: 0, overrides }))).toMatch(/409.*version 1/);
    expect((await lead.browser.put(path, { onVersion: 1, overrides: { signOff: { cases: 1 } } })).status).toBe(400);
    expect(await problemOf(await lead.browser.put(path, { onVersion: 1, overrides: { misconceptions: [{ id: 'T99' }] } }))).toMatch(/400.*whole/);
  });

  it('makes, changes and ends cohorts; a member makes none, and only its lead changes one', async () => {
    const { owner, lead, preceptee, cohort, other } = await prepareYear(team, newName());
    const path = `/api/team/cohorts/${cohort.id}`;
    const to = { name: 'Spring', goal: 'Three people ship alone.', goalOwner: 'Grace', policyUrl: 'https://example.org/policy' };
    expect((await preceptee.browser.post('/api/team/cohorts', { name: 'Mine' })).status).toBe(403);
    expect((await owner.browser.put(path, to)).status).toBe(403);
    expect(await read<Cohort>(await lead.browser.put(path, to))).toMatchObject(to);
    expect((await lead.browser.put(path, { ...to, policyUrl: 'javascript:alert(1)' })).status).toBe(400);
    const made = await read<TeamProgramme>(
      await lead.browser.post('/api/team/programmes', { cohort: cohort.id, preceptee: other.id, preceptor: owner.id, startsAt: now.toISOString() }),
    );
    expect(made.plan).toMatchObject({ goal: to.goal, owner: to.goalOwner, policyUrl: to.policyUrl });
    await read(await lead.browser.post(`${path}/end`));
    expect((await lead.browser.put(path, to)).status).toBe(409);
    expect(
      (await lead.browser.post('/api/team/programmes', { cohort: cohort.id, preceptee: other.id, preceptor: preceptee.id, startsAt: now.toISOString() }))
        .status,
    ).toBe(409);
  });
});
