/**
 * Attempts to be signed off, or to sign, without what it takes: by the front door (HTTP), as the role that serves requests (SQL), and
 * as the owner of the database. Each is refused with a reason, or detected. docs/growth.md prints the table; a test compares.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SignOffExport, SignOffView } from '../../../src/model/api/team/sign-offs.ts';
import type { SignOffEntry, SignOffRecord } from '../../../src/model/sign-off.ts';
import { appendRecord } from '../../../src/programme/sign-off/chain-records.ts';
import { checkRecord } from '../../../src/programme/sign-off/check-record.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { asApplication, asOwner } from './as-role.ts';
import { gatherPeople, rate, revealRound, see, type EntrustedPeople, type RatedRound, type Somebody } from './entrusted-people.ts';
import { read, whoIs } from './read.ts';
import { sampleCase } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

type Granted = Extract<SignOffEntry, { type: 'granted' }>;
type Door = 'HTTP' | 'SQL' | 'database owner';

const JUNE = '2026-06-01T08:00:00.000Z';

/** The reason as a person reads it. */
function wordsOf(said: string): string {
  const json = said.slice(said.indexOf(' ') + 1);
  if (!json.startsWith('{')) return said.replace(/^refused: error: /, '').replace(/^refused: /, '');
  const { title, detail } = JSON.parse(json) as { title: string; detail?: string };
  const [first = ''] = (detail ?? title).split(/(?<=[.:”]) (?=So far)/);
  return first.replaceAll(/the case in \w+ \(rated [\d-]+\)(?:, the case in \w+ \(rated [\d-]+\))*/g, 'the case in …');
}

const grant = (who: Somebody, id: string): Promise<Response> => who.http.post(`/api/team/sign-offs/${id}/grant`);

describeWithStore('attempts to break sign-off', () => {
  let team: TestTeam;
  let now = new Date(JUNE);
  let people: EntrustedPeople;
  let rounds: RatedRound[];
  /** What the documentation prints. */
  const table: string[] = [];

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => now });
    people = await gatherPeople(team);
    const { pia, pat, bo, cy } = people;
    rounds = [];
    for (const n of [0, 1, 2, 3, 4]) rounds.push(await revealRound(pia, n % 2 === 0 ? bo : cy, n % 2 === 0 ? 'shop' : 'bank'));
    await makeProgramme(pia, pat);
  }, 240_000);
  afterAll(() => team.stop());

  const app = <Row extends Record<string, unknown>>(who: Somebody, statement: string, given: unknown[] = []): Promise<Row[]> =>
    asApplication<Row>(team, { organisation: people.organisation, person: who.id }, statement, given);

  async function makeProgramme(preceptee: Somebody, preceptor: Somebody): Promise<void> {
    const { lead } = people;
    await app(lead, `select rounds.make_cohort('h_0000000000000001', 'First', $1, $2)`, [lead.id, now]);
    await app(lead, `select rounds.make_programme('y_0000000000000001', 'h_0000000000000001', 'g_0000000000000001', 'Pia and Pat', $1, $2, '', $3, 12, $3)`, [
      preceptee.id,
      preceptor.id,
      now,
    ]);
    await asOwner(team, `update rounds.programme set state = 'running'`);
  }

  /** Refused with these words; kept for the table. */
  async function refused(attempt: string, door: Door, act: Promise<unknown>, reason: RegExp): Promise<void> {
    const said = await act.then(
      async (answered) => (isResponse(answered) ? `${answered.status} ${await answered.text()}` : `200 ${JSON.stringify(answered)}`),
      (error: unknown) => `refused: ${String(error)}`,
    );
    expect(said, attempt).not.toMatch(/^2\d\d /);
    expect(said, attempt).toMatch(reason);
    table.push(`| ${attempt} | ${door} | ${wordsOf(said)} |`);
  }

  /** Ratings of all rounds in this activity, unless left out or changed. */
  const rateAll = (activity: string, { level = 4, caught = true, of = rounds } = {}): Promise<string[]> =>
    Promise.all(of.map((round, n) => rate(round, people.pia, { activity, level, caught: caught && n === 0 })));

  const ask = (activity: string, ratings: readonly string[], over: object = {}): Promise<Response> =>
    people.pia.http.post('/api/team/sign-offs', { activity, level: 4, signer: people.dee.id, ratings, ...over });

  const asked = async (activity: string, ratings: readonly string[], over: object = {}): Promise<SignOffView> =>
    read<SignOffView>(await ask(activity, ratings, over), 201);

  let requests = 0;
  /** Asks past the application, which would have said no. */
  async function askBySql(activity: string, ratings: readonly string[], { signer = people.dee, level = 4, beliefs = [] as unknown[] } = {}): Promise<string> {
    requests += 1;
    const id = `o_${String(requests).padStart(16, '0')}`;
    await app(people.pia, 'select rounds.request_sign_off($1, $2, $3, $4, $5, $6, $7)', [
      id,
      activity,
      level,
      signer.id,
      ratings,
      JSON.stringify(beliefs),
      now,
    ]);
    return id;
  }

  /** Grants past the application: the entry and its hash as it would make them, but for what is forged. */
  async function grantBySql(who: Somebody, id: string, forge: (entry: Granted) => unknown = (entry) => entry, hash?: string): Promise<unknown> {
    const [row] = await asOwner<{ request: Granted['request'] }>(
      team,
      `select jsonb_build_object('id', id, 'person', person, 'activity', activity, 'level', level, 'signer', signer, 'evidence', evidence,
        'askedForDissent', (select coalesce(jsonb_agg(by_person order by by_person), '[]') from rounds.sign_off_dissent d where d.request = q.id),
        'dissents', (select coalesce(jsonb_agg(jsonb_build_object('by', by_person, 'words', words, 'answer', answer) order by by_person), '[]')
          from rounds.sign_off_dissent d where d.request = q.id and words is not null),
        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as request from rounds.sign_off_request q where id = $1`,
      [id],
    );
    if (!row) throw new Error(`there is no request ${id}`);
    const before = await chain();
    const expires = new Date(now);
    expires.setUTCMonth(expires.getUTCMonth() + 24);
    const entry = forge({ type: 'granted', request: row.request, by: who.id, expiresAt: expires.toISOString(), at: now.toISOString() }) as SignOffEntry;
    const last = appendRecord(before, entry).at(-1);
    return app(who, 'select rounds.append_sign_off($1, $2, $3, $4, $5)', [id, JSON.stringify(entry), before.at(-1)?.hash ?? '', hash ?? last?.hash, now]);
  }

  const chain = (): Promise<(SignOffRecord & { n: number })[]> =>
    asOwner(team, 'select n, entry, hash from rounds.sign_off_record where person = $1 order by n', [people.pia.id]);

  /** Both judges, the application and the database, name the same reasons. */
  async function expectReasons(who: Somebody, id: string, codes: readonly string[]): Promise<void> {
    const view = await see(who, id);
    expect(view.refusals.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted());
    const named = await app<{ code: string }>(who, 'select code from rounds.list_sign_off_refusals($1, $2) as code', [id, now]);
    expect(named.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted());
  }

  it('by who may not sign', async () => {
    const { pia, pat, nat, dee, lead } = people;
    const ratings = await rateAll('E1');
    await refused('sign for oneself', 'HTTP', ask('E1', ratings, { signer: pia.id }), /Nobody signs for themselves/);
    await refused('sign for oneself', 'SQL', askBySql('E1', ratings, { signer: pia }), /may not sign/);
    const open = await asked('E1', ratings);
    await refused('grant a request of one’s own', 'HTTP', grant(pia, open.id), /Nobody signs for themselves/);
    await refused('grant a request of one’s own', 'SQL', grantBySql(pia, open.id), /may not sign/);
    await refused('grant as the lead, who was not asked', 'HTTP', grant(lead, open.id), /There is no such request/);
    await refused('grant as the lead, who was not asked', 'SQL', grantBySql(lead, open.id), /no such request/);
    await refused('the daily preceptor signs', 'HTTP', ask('E1', ratings, { signer: pat.id }), /daily preceptor does not sign/);
    await refused('the daily preceptor signs', 'SQL', askBySql('E1', ratings, { signer: pat }), /may not sign/);

    // Asked before, Nat becomes the preceptor after.
    const early = await asked('E1', ratings, { signer: nat.id });
    await app(pat, `select rounds.propose_hand_over('y_0000000000000001', $1, 'What we did.', 'What is next.', '{}', $2)`, [nat.id, now]);
    for (const who of [pia, nat]) await app(who, `select rounds.agree_hand_over('y_0000000000000001', 1, 'g_0000000000000002', 'Pia and Nat', $1)`, [now]);
    await refused('asked before becoming the daily preceptor', 'HTTP', grant(nat, early.id), /daily preceptor does not sign/);
    await refused('asked before becoming the daily preceptor', 'SQL', grantBySql(nat, early.id), /refused: daily-preceptor/);
    await expectReasons(nat, early.id, ['daily-preceptor']);
    await refused('an earlier daily preceptor, after the hand-over', 'HTTP', ask('E1', ratings, { signer: pat.id }), /daily preceptor does not sign/);
    await refused('an earlier daily preceptor, after the hand-over', 'SQL', askBySql('E1', ratings, { signer: pat }), /may not sign/);
    await read(await grant(dee, open.id));
  });

  it('with too little', async () => {
    const { dee, bo } = people;
    const few = await rateAll('E2', { of: rounds.slice(0, 4) });
    await refused('four cases of five', 'HTTP', ask('E2', few), /4 of 5 cases/);
    await refused('four cases of five', 'SQL', grantBySql(dee, await askBySql('E2', few)), /refused: too-few-cases/);

    const shop = rounds.filter((_, n) => n % 2 === 0);
    for (const who of [people.cy, people.cy]) shop.push(await revealRound(people.pia, who, 'shop'));
    const oneContext = await rateAll('E3', { of: shop });
    await refused('all cases of one context', 'HTTP', ask('E3', oneContext), /1 of 2 contexts/);
    await refused('all cases of one context', 'SQL', grantBySql(dee, await askBySql('E3', oneContext)), /refused: too-few-contexts/);

    const friends = rounds.filter(({ rater }) => rater === bo);
    for (const where of ['bank', 'bank']) friends.push(await revealRound(people.pia, bo, where));
    const oneRater = await rateAll('E4', { of: friends });
    await refused('one friend rates everything', 'HTTP', ask('E4', oneRater), /1 of 2 people/);
    await refused('one friend rates everything', 'SQL', grantBySql(dee, await askBySql('E4', oneRater)), /refused: too-few-raters/);

    const praise = await rateAll('E5', { caught: false });
    await refused('no error of an agent caught', 'HTTP', ask('E5', praise), /So far 0 of 1 cases in which the agent was wrong/);
    await refused('no error of an agent caught', 'SQL', grantBySql(dee, await askBySql('E5', praise)), /refused: no-agent-error-caught/);

    const lower = await rateAll('E6', { level: 3 });
    await refused('rated for a lower level', 'HTTP', ask('E6', lower), /So far 0 of 5 cases, rated at level 4 or above/);
    await refused('rated for a lower level', 'SQL', grantBySql(dee, await askBySql('E6', lower)), /refused: too-few-cases/);

    const beliefs = [{ misconception: 'C1', state: 'confirmed', contested: false }];
    const solved = await rateAll('E6', { of: [] });
    await refused('a critical belief that is shown and open, at level 4', 'HTTP', ask('E6', solved, { shownBeliefs: beliefs }), /critical misconception/);
    const known = [{ id: 'C1', state: 'confirmed', contested: false, severity: 'critical', activities: ['E6'] }];
    await refused(
      'a critical belief that is shown and open, at level 4',
      'SQL',
      grantBySql(dee, await askBySql('E6', lower, { beliefs: known })),
      /open-misconception/,
    );
  });

  it('with evidence that is not what it was', async () => {
    const { pia, bo, cy, dee, lead } = people;
    const ratings = await rateAll('E7');
    const { id } = await asked('E7', ratings);

    now = new Date('2027-06-02T08:00:00.000Z');
    await refused('expired evidence', 'HTTP', grant(dee, id), /Evidence is older than 12 months/);
    await refused('expired evidence', 'SQL', grantBySql(dee, id), /refused: evidence-expired/);
    await expectReasons(dee, id, ['evidence-expired', 'too-few-cases', 'too-few-contexts', 'too-few-raters', 'no-agent-error-caught']);
    await refused('expired evidence, asked anew', 'HTTP', ask('E7', ratings), /Evidence is older than 12 months/);
    now = new Date('2026-05-01T08:00:00.000Z');
    await refused('evidence of the future', 'HTTP', grant(dee, id), /Evidence is dated later than now/);
    await refused('evidence of the future', 'SQL', grantBySql(dee, id), /not by whom or not when/);
    await refused('evidence of the future, asked', 'HTTP', ask('E7', ratings), /Evidence is dated later than now/);
    now = new Date(JUNE);

    const changed = rounds[1] as RatedRound;
    const [{ digest } = { digest: '' }] = await asOwner<{ digest: string }>(team, 'select digest from rounds.shared_case where id = $1', [changed.case]);
    await asOwner(team, `update rounds.shared_case set digest = repeat('0', 64) where id = $1`, [changed.case]);
    await refused('the case was changed', 'HTTP', grant(dee, id), /Evidence was changed since it was attached: the case in bank/);
    await refused('the case was changed', 'SQL', grantBySql(dee, id), /refused: evidence-changed/);
    await expectReasons(dee, id, ['evidence-changed', 'too-few-cases']);
    await asOwner(team, 'update rounds.shared_case set digest = $2 where id = $1', [changed.case, digest]);

    await refused('edit a rating', 'SQL', app(bo, 'update rounds.rating set level = 5'), /permission denied/);
    await refused('write a rating of another', 'SQL', app(pia, `insert into rounds.rating (id) values ('v_0000000000000001')`), /permission denied/);
    await refused('edit the evidence of a request', 'SQL', app(pia, `update rounds.sign_off_request set evidence = '[]'`), /permission denied/);
    await refused(
      'forge evidence in the entry',
      'SQL',
      grantBySql(dee, id, (entry) => ({ ...entry, request: { ...entry.request, evidence: entry.request.evidence.map((one) => ({ ...one, level: 5 })) } })),
      /not what was asked/,
    );
    await refused(
      'forge the level in the entry',
      'SQL',
      grantBySql(dee, id, (entry) => ({ ...entry, request: { ...entry.request, level: 5 } })),
      /not what was asked/,
    );
    await refused(
      'leave the request out of the entry',
      'SQL',
      grantBySql(dee, id, (entry) => ({ ...entry, request: undefined })),
      /not what was asked/,
    );
    await refused(
      'hold for a hundred years',
      'SQL',
      grantBySql(dee, id, (entry) => ({ ...entry, expiresAt: '2126-06-01T08:00:00.000Z' })),
      /not what was asked/,
    );
    await refused(
      'in another’s name',
      'SQL',
      grantBySql(dee, id, (entry) => ({ ...entry, by: lead.id })),
      /not by whom or not when/,
    );
    await refused(
      'in nobody’s name',
      'SQL',
      grantBySql(dee, id, (entry) => ({ ...entry, by: undefined })),
      /not by whom or not when/,
    );
    await refused('with a hash of one’s choice', 'SQL', grantBySql(dee, id, undefined, 'f'.repeat(64)), /not its hash/);
    const before = await asOwner<{ evidence: { case: string }[] }>(team, 'select evidence from rounds.sign_off_request where id = $1', [id]);
    const at = before[0]?.evidence.findIndex((one) => one.case === changed.case);
    await asOwner(team, `update rounds.sign_off_request set evidence = jsonb_set(evidence, '{${at},level}', '5') where id = $1`, [id]);
    await refused('edit the evidence of a request', 'database owner', grant(dee, id), /Evidence was changed since it was attached/);
    await expectReasons(dee, id, ['evidence-changed', 'too-few-cases']);
    await asOwner(team, 'update rounds.sign_off_request set evidence = $2 where id = $1', [id, JSON.stringify(before[0]?.evidence)]);

    const { round } = rounds[0] as RatedRound;
    const rating = { person: pia.id, activity: 'E8', prospective: 5 };
    await refused('rate in a round one was not in', 'HTTP', cy.http.post(`/api/team/rounds/${round}/ratings`, rating), /There is no such round/);
    const direct = `select rounds.rate('v_0000000000000009', $1, 'E8', 'prospective', 5, $2, 'moon', true, '', $3)`;
    await refused('rate in a round one was not in', 'SQL', app(cy, direct, [pia.id, round, now]), /no such round/);
    await refused('rate somebody who was not in it', 'HTTP', bo.http.post(`/api/team/rounds/${round}/ratings`, { ...rating, person: dee.id }), /took no part/);
    await refused('rate somebody who was not in it', 'SQL', app(bo, direct, [dee.id, round, now]), /took no part/);
    const own = await read<{ ratings: { id: string; rater: string }[] }>(await pia.http.post(`/api/team/rounds/${round}/ratings`, rating), 201);
    const mine = own.ratings.filter(({ rater }) => rater === pia.id).map((one) => one.id);
    await refused('one’s own rating as evidence', 'HTTP', ask('E8', mine), /Evidence is what others said of you/);
    await refused('one’s own rating as evidence', 'SQL', askBySql('E8', mine), /no such rating/);
    await refused('a rating of another activity as evidence', 'HTTP', ask('E9', ratings), /Evidence is what others said of you/);
    await refused('a rating of another activity as evidence', 'SQL', askBySql('E9', ratings), /no such rating/);
    const pair = await read<{ id: string }>(await pia.http.post('/api/team/pairs', { name: 'Once more', people: [bo.id] }), 201);
    const shared = await read<{ id: string }>(await pia.http.post('/api/team/cases', sampleCase(pair.id, 'sealed')), 201);
    const sealed = await read<{ id: string }>(await bo.http.post('/api/team/rounds', { case: shared.id, people: [pia.id] }), 201);
    await refused('rate before the reveal', 'HTTP', bo.http.post(`/api/team/rounds/${sealed.id}/ratings`, rating), /is not revealed/);
    await refused('rate before the reveal', 'SQL', app(bo, direct, [pia.id, sealed.id, now]), /no such round/);

    const gone = await revealRound(pia, bo, 'shop');
    const withGone = await rateAll('E8', { of: [gone, ...rounds.slice(1)] });
    const late = await asked('E8', withGone);
    expect((await pia.http.post(`/api/team/cases/${gone.case}/forget`)).status).toBe(204);
    await refused('a case that was forgotten', 'HTTP', grant(dee, late.id), /Evidence is gone: a forgotten case/);
    await refused('a case that was forgotten', 'SQL', grantBySql(dee, late.id), /refused: evidence-missing/);
    await expectReasons(dee, late.id, ['evidence-missing', 'too-few-cases', 'no-agent-error-caught']);
    await read(await grant(dee, id));
  });

  it('again', async () => {
    const { pia, dee } = people;
    const ratings = await rateAll('E10');
    const { id } = await asked('E10', ratings);
    const [{ entry } = { entry: null }] = [{ entry: await read<SignOffView>(await grant(dee, id)).then(async () => (await chain()).at(-1)?.entry ?? null) }];
    await refused('grant a request that was granted', 'HTTP', grant(dee, id), /signed, declined or taken back/);
    await refused('grant a request that was granted', 'SQL', grantBySql(dee, id), /decided/);
    const [before, last] = (await chain()).slice(-2);
    const replay = [id, JSON.stringify(entry), before?.hash, last?.hash, now];
    await refused('append an entry twice', 'SQL', app(dee, 'select rounds.append_sign_off($1, $2, $3, $4, $5)', replay), /the record went on/);
    await read(await dee.http.post(`/api/team/sign-offs/${id}/reverse`, { why: 'The rollout was rolled back twice.' }));
    await refused('reverse what was reversed', 'HTTP', pia.http.post(`/api/team/sign-offs/${id}/reverse`, { why: 'And once more.' }), /already reversed/);
    await refused('evidence of a sign-off that was reversed', 'HTTP', ask('E10', ratings), /Evidence of a sign-off that was reversed/);
    const again = await askBySql('E10', ratings);
    await refused('evidence of a sign-off that was reversed', 'SQL', grantBySql(dee, again), /refused: evidence-used-before/);
    await expectReasons(dee, again, ['evidence-used-before', 'too-few-cases', 'too-few-contexts', 'too-few-raters', 'no-agent-error-caught']);
  });

  it('over the heads of those who disagree', async () => {
    const { bo, cy, dee, pia } = people;
    const doubt = await revealRound(pia, people.eli, 'shop');
    await rate(doubt, pia, { activity: 'E11', level: 2 });
    const ratings = await rateAll('E11');
    const { id, dissents } = await asked('E11', ratings);
    // Leaving a rating out does not leave its rater out.
    expect(dissents.map(({ name }) => name).toSorted()).toEqual(['bo', 'cy', 'eli']);
    const [removed] = await asOwner<Record<string, unknown>>(team, 'delete from rounds.sign_off_dissent where request = $1 and by_person = $2 returning *', [
      id,
      bo.id,
    ]);
    await refused('a rater was not asked', 'database owner', grant(dee, id), /Not everybody was asked whether they disagree: bo/);
    await expectReasons(dee, id, ['dissent-not-asked']);
    await asOwner(team, 'insert into rounds.sign_off_dissent (request, by_person, organisation, asked_at) values ($1, $2, $3, $4)', [
      id,
      bo.id,
      removed?.['organisation'],
      now,
    ]);
    await refused(
      'disagree without having been asked',
      'HTTP',
      dee.http.post(`/api/team/sign-offs/${id}/dissent`, { words: 'I disagree.' }),
      /You are not asked/,
    );
    await read(await cy.http.post(`/api/team/sign-offs/${id}/dissent`, { words: 'She led none yet.' }));
    await refused('dissent without an answer', 'HTTP', grant(dee, id), /Dissent stands without an answer: cy/);
    await refused('dissent without an answer', 'SQL', grantBySql(dee, id), /refused: dissent-unanswered/);
    await refused(
      'the person answers the dissent',
      'HTTP',
      pia.http.post(`/api/team/sign-offs/${id}/dissents/${cy.id}/answer`, { answer: 'I did.' }),
      /nothing of theirs to answer/,
    );
    await refused(
      'leave the dissent out of the entry',
      'SQL',
      (async () => {
        await app(dee, 'select rounds.answer_dissent($1, $2, $3, $4)', [id, cy.id, 'In March she did.', now]);
        return grantBySql(dee, id, (entry) => ({ ...entry, request: { ...entry.request, dissents: [] } }));
      })(),
      /not what was asked/,
    );
    await read(await grant(dee, id));
  });

  it('at once', async () => {
    const { dee, eli } = people;
    const one = await asked('E12', await rateAll('E12'));
    const twice = await Promise.all([grant(dee, one.id), grant(dee, one.id)]);
    // The other may see that it is decided before it judges (a conflict), or while it does (a reason among the others).
    expect([
      [200, 403],
      [200, 409],
    ]).toContainEqual(twice.map(({ status }) => status).toSorted());
    table.push('| two grants of one request at once | HTTP | one is recorded, the other hears that it was decided |');
    const both = await rateAll('E13');
    const [first, second] = [await asked('E13', both), await asked('E13', both, { signer: eli.id })];
    const statuses = (await Promise.all([grant(dee, first.id), grant(eli, second.id)])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(statuses.every((status) => [200, 409].includes(status))).toBe(true);
    expect(checkRecord(await chain(), null)).toEqual({ state: 'unbroken' });
    table.push('| two signers of one person at once | HTTP | one after the other, or one is asked to reload; the chain has no fork |');
  });

  it('from another organisation', async () => {
    const { dee } = people;
    const other = await team.foundOrganisation('other');
    const stranger = await whoIs(other);
    const ratings = await rateAll('E9');
    const { id } = await asked('E9', ratings);
    await refused('see or grant from another organisation', 'HTTP', other.post(`/api/team/sign-offs/${id}/grant`), /There is no such request/);
    await refused('a signer of another organisation', 'HTTP', ask('E9', ratings, { signer: stranger.id }), /not in your organisation/);
    await refused('a signer of another organisation', 'SQL', askBySql('E9', ratings, { signer: { id: stranger.id, name: '', http: other } }), /may not sign/);
    const elsewhere = asApplication(team, { organisation: 'other', person: dee.id }, 'select rounds.append_sign_off($1, $2, $3, $4, $5)', [
      id,
      '{}',
      '',
      '',
      now,
    ]);
    await refused('see or grant from another organisation', 'SQL', elsewhere, /no such request/);
  });

  it('by setting the clock back', async () => {
    const { dee, eli } = people;
    const ratings = await asOwner<{ id: string }>(team, `select id from rounds.rating where activity = 'E12' and view = 'prospective'`);
    now = new Date('2026-07-01T08:00:00.000Z');
    const of = ratings.map((row) => row.id);
    const [first, second] = [await asked('E12', of), await asked('E12', of, { signer: eli.id })];
    await read(await grant(dee, first.id));
    now = new Date('2026-06-15T08:00:00.000Z');
    await refused('the server’s clock is set back', 'HTTP', grant(eli, second.id), /clock is behind what was recorded already/);
    await refused('the server’s clock is set back', 'SQL', grantBySql(eli, second.id), /not by whom or not when/);
    await refused('the server’s clock is set back, asked', 'HTTP', ask('E12', of), /clock is behind what was recorded already/);
    await expectReasons(eli, second.id, ['clock-behind']);
    now = new Date('2026-07-01T08:00:00.000Z');
  });

  it('with what the journal is made to say', async () => {
    const { pia, dee } = people;
    const of = (await asOwner<{ id: string }>(team, `select id from rounds.rating where activity = 'E12' and view = 'prospective'`)).map((row) => row.id);
    await refused(
      'say from a page that one’s journal shows no open belief',
      'HTTP',
      ask('E12', of, { beliefsFrom: 'journal' }),
      /Only your own Rounds can say/,
    );
    const { token } = await read<{ token: string }>(await pia.http.post('/api/team/tokens', { name: 'no Rounds at all' }), 201);
    const forged = await fetch(`${team.url}/api/team/sign-offs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ activity: 'E12', level: 4, signer: dee.id, ratings: of, beliefsFrom: 'journal' }),
    });
    expect((await see(dee, (await read<SignOffView>(forged, 201)).id)).beliefsFrom).toBe('journal');
    table.push(
      '| say with a program of one’s own that one’s journal shows no open belief | HTTP | not refused, and not seen: the page of who signs says that it can be forged |',
    );
  });

  it('by changing the record', async () => {
    const { dee, pia } = people;
    await refused('edit the record', 'SQL', app(dee, `update rounds.sign_off_record set entry = '{}'`), /permission denied/);
    await refused('delete from the record', 'SQL', app(pia, 'delete from rounds.sign_off_record'), /permission denied/);
    const whole = await chain();
    const published = whole.at(-1)?.hash ?? '';
    expect(whole.length).toBeGreaterThan(5);
    const { id } = await asked(
      'E9',
      await asOwner<{ id: string }>(team, `select id from rounds.rating where activity = 'E9' and view = 'prospective'`).then((rows) =>
        rows.map((row) => row.id),
      ),
    );

    const tampered = async (attempt: string, change: () => Promise<unknown>, found: RegExp): Promise<void> => {
      await asOwner(team, 'create table rounds.kept as select * from rounds.sign_off_record');
      await change();
      const exported = await read<SignOffExport>(await pia.http.get('/api/team/sign-off-record'));
      const { words, ...checked } = describe(checkRecord(exported.records, null));
      expect(checked.state, attempt).toBe('broken');
      expect(words, attempt).toMatch(found);
      await expectReasons(dee, id, ['record-broken']);
      await refused(attempt, 'database owner', grant(dee, id), /The record of earlier sign-offs was changed/);
      await refused(attempt, 'SQL', grantBySql(dee, id), /refused: record-broken/);
      await asOwner(team, 'delete from rounds.sign_off_record');
      await asOwner(team, 'insert into rounds.sign_off_record select * from rounds.kept');
      await asOwner(team, 'drop table rounds.kept');
    };
    await tampered(
      'raise a level in the record',
      () => asOwner(team, `update rounds.sign_off_record set entry = jsonb_set(entry, '{request,level}', '5') where n = 2`),
      /Entry 2/,
    );
    await tampered('delete in the middle of the record', () => asOwner(team, 'delete from rounds.sign_off_record where n = 2'), /Entry 2 is missing/);
    await tampered(
      'delete in the middle and number anew',
      async () => {
        await asOwner(team, 'delete from rounds.sign_off_record where n = 2');
        // In two steps: rows come in any order, and no number may stand twice meanwhile.
        await asOwner(team, 'update rounds.sign_off_record set n = n + 1000 where n > 2');
        await asOwner(team, 'update rounds.sign_off_record set n = n - 1001 where n > 1000');
      },
      /Entry 2/,
    );
    // Cut at its end, what is left is an unbroken chain: only who kept its last hash can tell.
    await asOwner(team, 'delete from rounds.sign_off_record where n = (select max(n) from rounds.sign_off_record)');
    const cut = await read<SignOffExport>(await pia.http.get('/api/team/sign-off-record'));
    expect(checkRecord(cut.records, null)).toEqual({ state: 'unbroken' });
    expect(checkRecord(cut.records, published)).toMatchObject({ state: 'cut' });
    table.push('| cut the record at its end | database owner | not seen in the chain itself; seen by who kept its last hash: the record no longer holds it |');
  });

  it('and the documentation says so', () => {
    const documented = readFileSync(join(import.meta.dirname, '../../../docs/growth.md'), 'utf8').replaceAll(/ +/g, ' ');
    const rows = table.map((row) => row.replaceAll(/[a-z]_[0-9a-f]{16}/g, '…'));
    if (process.env['PRINT_TABLE']) process.stdout.write(`${rows.join('\n')}\n`);
    expect(rows.filter((row) => !documented.includes(row))).toEqual([]);
    expect(rows.length).toBeGreaterThan(60);
  });

  it('and nothing was taken for a mistake of the server', () => expect(team.bugs).toEqual([]));
});

/** Tests and the server they start each have a Response of their own. */
const isResponse = (value: unknown): value is Response => typeof value === 'object' && value !== null && 'status' in value && 'text' in value;

const describe = (checked: ReturnType<typeof checkRecord>): { state: string; words: string } => ({
  state: checked.state,
  words: 'words' in checked ? checked.words : '',
});
