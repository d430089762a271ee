/** From ratings after rounds to a signed level, what it changes, and how it ends: over real HTTP and a real database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RatingList, RoundRatings } from '../../../src/model/api/team/ratings.ts';
import type { ShownGrowth, ShownGrowthList } from '../../../src/model/api/team/shown-growth.ts';
import type { CaseReview, SignOffDraft, SignOffExport, SignOffList, SignOffView } from '../../../src/model/api/team/sign-offs.ts';
import { isUnbroken } from '../../../src/programme/sign-off/chain-records.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { asApplication, asOwner } from './as-role.ts';
import { startPairYear } from './pair-year.ts';
import type { HandOverLevels } from '../../../src/model/team/hand-over-level.ts';
import type { ProgrammeList } from '../../../src/model/api/team/programmes.ts';
import { gatherPeople, rate, revealRound, see, type EntrustedPeople, type RatedRound } from './entrusted-people.ts';
import { read } from './read.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const problemOf = async (response: Response): Promise<string> => {
  const { title, detail, next } = (await response.json()) as Record<string, string>;
  return [response.status, title, detail, next].join(' ');
};

const list = async (who: EntrustedPeople['pia']): Promise<SignOffList> => read(await who.http.get('/api/team/sign-offs'));

describeWithStore('entrustment', () => {
  let team: TestTeam;
  let now = new Date('2026-06-01T08:00:00.000Z');
  let people: EntrustedPeople;
  let rounds: RatedRound[];

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => now });
    people = await gatherPeople(team);
    const { pia, bo, cy } = people;
    rounds = [];
    for (const n of [0, 1, 2, 3, 4]) rounds.push(await revealRound(pia, n % 2 === 0 ? bo : cy, n % 2 === 0 ? 'shop' : 'bank', ['E5', 'E6']));
  }, 240_000);
  afterAll(() => team.stop());

  const [first, , third] = [0, 1, 2];
  const roundAt = (n: number | undefined): RatedRound => rounds[n ?? 0] as RatedRound;
  const rateAll = (activity: string): Promise<string[]> => Promise.all(rounds.map((round, n) => rate(round, people.pia, { activity, caught: n === 0 })));

  it('takes both questions of both people apart, each once, and shows them to the two alone', async () => {
    const { pia, bo, cy } = people;
    const path = `/api/team/rounds/${roundAt(first).round}/ratings`;
    const said = await read<RoundRatings>(
      await bo.http.post(path, { person: pia.id, activity: 'E5', retrospective: 3, prospective: 4, agentErrorCaught: true, note: 'She asked for the run.' }),
      201,
    );
    expect(said.activities).toEqual(['E5', 'E6']);
    expect(said.context).toBe('shop');
    expect(said.ratings.map(({ view, level, context, agentErrorCaught }) => [view, level, context, agentErrorCaught])).toEqual([
      ['retrospective', 3, 'shop', true],
      ['prospective', 4, 'shop', true],
    ]);
    // Neither sees the other's view of the same before both have said it; then both see the two.
    const seen = async (who: EntrustedPeople['pia'], person: string): Promise<[string, string, number][]> =>
      (await read<RoundRatings>(await who.http.get(path))).ratings
        .filter((one) => one.person === person)
        .map(({ rater, view, level }): [string, string, number] => [rater === bo.id ? 'bo' : 'pia', view, level])
        .toSorted((a, b) => a.join().localeCompare(b.join()));
    expect(await seen(pia, pia.id)).toEqual([]);
    expect((await read<RatingList>(await pia.http.get('/api/team/ratings'))).ratings).toEqual([]);
    expect((await read<RoundRatings>(await pia.http.get(path))).held).toEqual([
      { person: pia.id, rater: bo.id, activity: 'E5', view: 'retrospective' },
      { person: pia.id, rater: bo.id, activity: 'E5', view: 'prospective' },
    ]);
    await read(await pia.http.post(path, { person: pia.id, activity: 'E5', retrospective: 2 }), 201);
    expect(await seen(pia, pia.id)).toEqual([
      ['bo', 'retrospective', 3],
      ['pia', 'retrospective', 2],
    ]);
    expect(await seen(bo, pia.id)).toContainEqual(['pia', 'retrospective', 2]);
    await read(await pia.http.post(path, { person: pia.id, activity: 'E1', prospective: 5 }), 201);
    expect(await seen(bo, pia.id)).not.toContainEqual(['pia', 'prospective', 5]);
    expect((await read<RoundRatings>(await bo.http.get(path))).held).toEqual([{ person: pia.id, rater: pia.id, activity: 'E1', view: 'prospective' }]);
    // As whoever has the application's role: the same rows.
    const organisation = people.organisation;
    const rows = (who: EntrustedPeople['pia']) =>
      asApplication<{ level: number }>(
        team,
        { organisation, person: who.id },
        `select level from rounds.rating where activity = 'E1' and view = 'prospective'`,
      );
    expect([await rows(bo), await rows(pia)]).toEqual([[], [{ level: 5 }]]);
    await expect(asApplication(team, { organisation, person: bo.id }, 'select from rounds.rating_look')).rejects.toThrow(/permission denied/);
    // Who would rather not say theirs looks, and says nothing of it any more.
    await read(await pia.http.post(`${path}/look`, { activity: 'E5' }));
    expect(await seen(pia, pia.id)).toContainEqual(['bo', 'prospective', 4]);
    expect(await problemOf(await pia.http.post(path, { person: pia.id, activity: 'E5', prospective: 4 }))).toContain('You looked at what was said of you');
    expect(await problemOf(await pia.http.post(`${path}/look`, { activity: 'E9' }))).toContain('Nobody said anything of you');
    expect(await problemOf(await cy.http.post(`${path}/look`, { activity: 'E5' }))).toContain('404');
    await read(await pia.http.post(path, { person: bo.id, activity: 'E13', retrospective: 5 }), 201);
    expect((await read<RoundRatings>(await bo.http.get(path))).ratings).toHaveLength(3);
    expect((await read<RatingList>(await cy.http.get('/api/team/ratings'))).ratings).toEqual([]);
    expect((await cy.http.get(path)).status).toBe(404);
    expect(await problemOf(await bo.http.post(path, { person: pia.id, activity: 'E5', retrospective: 5 }))).toContain('409');
    expect(await problemOf(await bo.http.post(path, { person: pia.id, activity: 'E6' }))).toContain('at least one of the two');
    expect(await problemOf(await bo.http.post(path, { person: cy.id, activity: 'E6', prospective: 3 }))).toContain('took no part');
  });

  it('goes from a draft with every reason against it, in names, to a level that holds', async () => {
    const { pia, bo, cy, dee } = people;
    const draft = async (query: string): Promise<SignOffDraft> => read(await pia.http.get(`/api/team/sign-off-draft?${query}`));
    const empty = await draft('activity=E6&level=4');
    expect(empty.refusals.map(({ code }) => code)).toEqual(['too-few-cases', 'too-few-contexts', 'too-few-raters', 'no-agent-error-caught']);
    const ratings = await rateAll('E6');
    expect((await draft('activity=E6&level=5')).refusals.map(({ words }) => words)).toContain('So far 0 of 5 cases, rated at level 5 or above.');
    const full = await draft(`activity=E6&level=4&signer=${dee.id}`);
    expect(full.refusals).toEqual([]);
    expect(full.evidence.map(({ raterName, opens }) => [raterName, opens])).toEqual(full.evidence.map(({ rater }) => [rater === bo.id ? 'bo' : 'cy', true]));
    expect(full.evidence.map(({ rating }) => rating).toSorted()).toEqual(ratings.toSorted());

    const asked = await read<SignOffView>(await pia.http.post('/api/team/sign-offs', { activity: 'E6', level: 4, signer: dee.id, ratings }), 201);
    expect(asked).toMatchObject({ state: 'open', beliefsFrom: 'word', refusals: [], name: 'pia', signerName: 'dee' });
    expect((await list(dee)).toSign.map(({ id, state }) => [id, state])).toEqual([[asked.id, 'open']]);
    const [question] = (await list(cy)).asked;
    expect(question).toMatchObject({ request: asked.id, name: 'pia', activity: 'E6', level: 4, words: null });

    // To who signs, evidence is a link that opens only what was opened to them already.
    expect((await see(dee, asked.id)).evidence.every(({ opens }) => !opens)).toBe(true);
    await pia.http.post(`/api/team/cases/${roundAt(first).case}/publish`);
    expect((await see(dee, asked.id)).evidence.filter(({ opens }) => opens).map((one) => one.case)).toEqual([roundAt(first).case]);

    await read(await cy.http.post(`/api/team/sign-offs/${asked.id}/dissent`, { words: 'She has not seen a real race yet.' }));
    const held = await dee.http.post(`/api/team/sign-offs/${asked.id}/grant`);
    expect(await problemOf(held)).toContain('Dissent stands without an answer: cy.');
    await read(await dee.http.post(`/api/team/sign-offs/${asked.id}/dissents/${cy.id}/answer`, { answer: 'Case four was one.' }));
    const granted = await read<SignOffView>(await dee.http.post(`/api/team/sign-offs/${asked.id}/grant`));
    expect(granted).toMatchObject({ state: 'granted', expiresAt: '2028-06-01T08:00:00.000Z', refusals: [] });
    expect((await list(pia)).held).toEqual([expect.objectContaining({ activity: 'E6', level: 4, reviewDepth: 'after the fact', byName: 'dee' })]);
    expect((await list(cy)).asked).toEqual([]);
  });

  it('changes what is looked at: to the person, and to a partner while they show it', async () => {
    const { pia, bo, cy } = people;
    const path = `/api/team/cases/${roundAt(third).case}/review`;
    const review = async (who: EntrustedPeople['pia']): Promise<CaseReview['depths']> => (await read<CaseReview>(await who.http.get(path))).depths;
    expect(await review(pia)).toEqual([expect.objectContaining({ activity: 'E6', level: 4, reviewDepth: 'after the fact', name: 'pia' })]);
    expect(await review(bo)).toEqual([]);
    expect((await cy.http.get(path)).status).toBe(404);
    const shown = { kind: 'activity', subject: 'E6', body: { activity: 'E6', rules: [], levels: [] } };
    const { id } = await read<ShownGrowth>(await pia.http.post('/api/team/shown-growth', { reader: bo.id, shown }), 201);
    expect(await review(bo)).toEqual([expect.objectContaining({ activity: 'E6', level: 4 })]);
    expect((await pia.http.delete(`/api/team/shown-growth/${id}`)).status).toBe(204);
    expect(await review(bo)).toEqual([]);
  });

  it('shows growth to partners alone, and taken back it is nowhere in the database', async () => {
    const { pia, bo, dee } = people;
    const belief = {
      kind: 'belief',
      subject: 'C1',
      body: {
        id: 'C1',
        belief: 'A sleep fixes a race',
        refutation: 'It makes it rarer.',
        transferCase: 'A queue.',
        questionToAsk: 'Why would it not come back?',
        evidence: [{ source: 'question', direction: 'for', words: 'more reliable now, quokka', at: '2026-05-01T00:00:00.000Z', sign: 'said so' }],
        standing: {
          state: 'confirmed',
          band: 'much',
          occasionsFor: 2,
          occasionsAgainst: 0,
          inOwnWords: 1,
          contested: null,
          relapses: 0,
          addressedAt: null,
          transferAt: null,
          delayedRecallAt: null,
          missing: [],
          history: [],
        },
      },
    };
    expect(await problemOf(await pia.http.post('/api/team/shown-growth', { reader: dee.id, shown: belief }))).toContain('in a pair with');
    const { id } = await read<ShownGrowth>(await pia.http.post('/api/team/shown-growth', { reader: bo.id, shown: belief }), 201);
    expect((await read<ShownGrowthList>(await dee.http.get('/api/team/shown-growth'))).toMe).toEqual([]);
    expect((await pia.http.post(`/api/team/shown-growth/${id}/contest`, { why: 'Not mine to contest here.' })).status).toBe(404);
    const contested = await read<ShownGrowth>(await bo.http.post(`/api/team/shown-growth/${id}/contest`, { why: 'She reproduced the last one herself.' }));
    expect(contested.contested?.why).toBe('She reproduced the last one herself.');
    expect((await bo.http.delete(`/api/team/shown-growth/${id}`)).status).toBe(404);
    expect((await pia.http.delete(`/api/team/shown-growth/${id}`)).status).toBe(204);
    const left = await asOwner<{ n: number }>(
      team,
      `select count(*)::int as n from rounds.shown_growth where body::text like '%quokka%' or contested_why is not null`,
    );
    expect(left).toEqual([{ n: 0 }]);
    expect((await read<ShownGrowthList>(await bo.http.get('/api/team/shown-growth'))).toMe).toEqual([]);
  });

  it('ends with its time, or by new evidence, and a request by a reason or by who asked', async () => {
    const { pia, dee, eli } = people;
    const ask = async (activity: string, signer: EntrustedPeople['dee']): Promise<SignOffView> =>
      read(await pia.http.post('/api/team/sign-offs', { activity, level: 3, signer: signer.id, ratings: await rateAll(activity) }), 201);
    const declined = await ask('E1', eli);
    expect(await problemOf(await eli.http.post(`/api/team/sign-offs/${declined.id}/decline`, { why: 'no' }))).toContain('Say why');
    expect(await read(await eli.http.post(`/api/team/sign-offs/${declined.id}/decline`, { why: 'I would like to see one release first.' }))).toMatchObject({
      state: 'declined',
    });
    expect(await see(pia, declined.id)).toMatchObject({ state: 'declined', declinedWhy: 'I would like to see one release first.' });

    const withdrawn = await ask('E2', dee);
    expect(await problemOf(await dee.http.post(`/api/team/sign-offs/${withdrawn.id}/withdraw`))).toContain('Who asked takes it back');
    await read(await pia.http.post(`/api/team/sign-offs/${withdrawn.id}/withdraw`));
    expect((await dee.http.get(`/api/team/sign-offs/${withdrawn.id}`)).status).toBe(404);

    const signed = await ask('E3', dee);
    await read(await dee.http.post(`/api/team/sign-offs/${signed.id}/grant`));
    expect(await read(await dee.http.post(`/api/team/sign-offs/${signed.id}/reverse`, { why: 'The last two reads missed the side effect.' }))).toMatchObject({
      state: 'reversed',
      reversed: { name: 'dee', why: 'The last two reads missed the side effect.' },
    });
    expect((await list(pia)).held.map(({ activity }) => activity)).toEqual(['E6']);
    now = new Date('2028-06-02T00:00:00.000Z');
    expect((await list(pia)).held).toEqual([]);
    expect((await list(pia)).mine.find(({ activity }) => activity === 'E6')?.state).toBe('expired');
    now = new Date('2026-06-01T08:00:00.000Z');

    const exported = await read<SignOffExport>(await pia.http.get('/api/team/sign-off-record'));
    expect(exported.records.map(({ n, entry }) => [n, entry.type])).toEqual([
      [1, 'granted'],
      [2, 'granted'],
      [3, 'reversed'],
    ]);
    expect(isUnbroken(exported.records)).toBe(true);
    expect(exported.lastHash).toBe(exported.records[2]?.hash);
  });

  it('forgets with a case where it was, and its evidence counts no more', async () => {
    const { pia, dee } = people;
    const { id } = await read<SignOffView>(
      await pia.http.post('/api/team/sign-offs', { activity: 'E7', level: 3, signer: dee.id, ratings: await rateAll('E7') }),
      201,
    );
    for (const { case: gone } of rounds.filter((_, n) => n % 2 === 1)) expect((await pia.http.post(`/api/team/cases/${gone}/forget`)).status).toBe(204);
    const { refusals } = await see(dee, id);
    expect(refusals.map(({ code }) => code)).toEqual(['evidence-missing', 'too-few-cases', 'too-few-contexts', 'too-few-raters']);
    expect(refusals[0]?.words).toBe('Evidence is gone: a forgotten case (rated 2026-06-01), a forgotten case (rated 2026-06-01).');
    expect(await asOwner(team, `select from rounds.rating where context = 'bank'`)).toEqual([]);
  });

  it('is shown to who comes as preceptor where its person ticks it, and to nobody else', async () => {
    const { pia, pat, nat, bo, lead } = people;
    const year = await startPairYear({ lead: lead.http, preceptee: pia.http, preceptor: bo.http }, { at: now.toISOString() });
    const path = `/api/team/programmes/${year.programme}/hand-overs`;
    await read(await bo.http.post(path, { to: nat.id, summary: 'What we did.', focus: 'On.', openProjects: [] }), 201);
    const { offered, shown } = await read<HandOverLevels>(await pia.http.get(`${path}/1/levels`));
    expect(shown).toEqual([]);
    // What is signed and holds, and what who leaves said last, as far as it was opened; of E3, which was reversed, only the latter.
    expect(offered).toContainEqual({ activity: 'E6', basis: 'signed', level: 4, at: '2026-06-01T08:00:00.000Z', until: '2028-06-01T08:00:00.000Z' });
    expect(offered.filter(({ activity }) => activity === 'E3')).toMatchObject([{ basis: 'said', level: 4, until: null }]);
    for (const who of [bo, nat, lead, pat]) expect((await who.http.get(`${path}/1/levels`)).status, who.name).toBe(404);
    const chosen = { levels: [{ activity: 'E6', basis: 'signed' }] };
    for (const who of [bo, nat, lead]) expect((await who.http.put(`${path}/1/levels`, chosen)).status, who.name).toBe(404);
    const levelsOf = async (who: EntrustedPeople['pia']): Promise<unknown> => {
      const { programmes, incoming } = await read<ProgrammeList>(await who.http.get('/api/team/programmes'));
      return [...incoming, ...programmes.filter(({ id }) => id === year.programme).flatMap(({ handOvers }) => handOvers)].map(({ levels }) => levels);
    };
    expect(await levelsOf(nat)).toEqual([[]]);
    // A level cannot be sent: only which.
    await read(
      await pia.http.put(`${path}/1/levels`, {
        levels: [
          { activity: 'E6', basis: 'signed', level: 5 },
          { activity: 'E13', basis: 'signed' },
        ],
      }),
    );
    const four = [[expect.objectContaining({ activity: 'E6', basis: 'signed', level: 4 })]];
    expect(await levelsOf(nat)).toEqual(four);
    expect(await levelsOf(pia)).toEqual(four);
    expect([await levelsOf(bo), await levelsOf(lead)]).toEqual([[[]], [[]]]);
    for (const who of [pia, nat]) await read(await who.http.post(`${path}/1/agree`));
    expect(await levelsOf(nat)).toEqual(four);
    await read(await pia.http.put(`${path}/1/levels`, { levels: [] }));
    expect(await levelsOf(nat)).toEqual([[]]);
    expect(await asOwner(team, 'select from rounds.hand_over_level')).toEqual([]);
  });

  it('stays ended where the clock is set back to when it held, and says so', async () => {
    const { pia, bo } = people;
    expect((await list(pia)).held.map(({ activity }) => activity)).toContain('E6');
    now = new Date('2028-06-02T00:00:00.000Z');
    await revealRound(pia, bo, 'shop');
    now = new Date('2026-06-01T08:00:00.000Z');
    expect(await list(pia)).toMatchObject({ held: [], clockBehind: '2028-06-02T00:00:00.000Z' });
    expect((await list(pia)).mine.find(({ activity, level }) => activity === 'E6' && level === 4)?.state).toBe('expired');
    const { refusals } = await read<SignOffDraft>(await pia.http.get('/api/team/sign-off-draft?activity=E6&level=4'));
    expect(refusals.map(({ code }) => code)).toContain('clock-behind');
  });

  it('made no mistakes on the way', () => expect(team.bugs).toEqual([]));
});
