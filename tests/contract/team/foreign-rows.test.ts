/** Two organisations, every route, every role: nothing of one is in any answer to the other. Made from the route table, so that a new route is in it. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Me } from '../../../src/model/api/team/accounts.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { ProtectedTimeView } from '../../../src/model/api/team/protected-time.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { toWeek } from '../../../src/programme/weekly/to-week.ts';
import { listTeamRoutes } from '../../../src/server/team/routes/all-routes.ts';
import type { TeamContext } from '../../../src/server/team/team-context.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { asApplication, asOwner } from './as-role.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleDebrief, sampleJudgement } from './sample-case.ts';
import { startPairYear, type PairYear } from './pair-year.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';
import { read, whoIs } from './read.ts';

const ROLES = ['owner', 'lead', 'member'] as const;

interface Organisation {
  readonly name: string;
  /** Stands in everything its people wrote. */
  readonly mark: string;
  readonly people: Record<(typeof ROLES)[number], Browser>;
  /** Ids of its things, by the letter they begin with; people and invitations among them. */
  readonly ids: string[];
}

/** Something of everything that a year holds. */
async function live({ programme, cohort, pair }: PairYear, who: Browser, mark: string): Promise<(string | undefined)[]> {
  const meeting = await read<{ id?: string }>(
    await who.post('/api/team/meetings', { programme, kind: 'review', startsAt: new Date().toISOString(), minutes: 30 }),
  );
  await who.put(`/api/team/meetings/${meeting.id}/note`, { place: mark, words: mark });
  await who.put(`/api/team/weekly/${programme}/${toWeek(new Date())}`, { of: 'preceptee', ...sampleHalf(mark) });
  const project = await read<{ id?: string }>(await who.post('/api/team/projects', { programme, ...sampleProject(mark) }));
  const [from, to] = [-2, -1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
  const { times } = await read<ProtectedTimeView>(await who.post('/api/team/protected-time', { programme, from, to }));
  return [programme, cohort, pair, meeting.id, project.id, times[0]?.id];
}

describeWithStore('two organisations', () => {
  let team: TestTeam;
  let organisations: [Organisation, Organisation];

  beforeAll(async () => {
    team = await startTestTeam();
    organisations = [await found('acme'), await found('other')];
  }, 60_000);
  afterAll(() => team.stop());

  async function found(name: string): Promise<Organisation> {
    const mark = `mark-${name}-${randomBytes(6).toString('hex')}`;
    const owner = await team.foundOrganisation(name);
    const lead = await team.join(owner, `lead-${mark}@${name}.example`, 'lead');
    const member = await team.join(owner, `member-${mark}@${name}.example`);
    const me = await Promise.all([owner, lead, member].map(whoIs));
    const [, , { id: membersId }] = me as [Me, Me, Me];
    const pair = await read<{ id: string }>(await owner.post('/api/team/pairs', { name: mark, people: [membersId] }));
    const shared = await read<SharedCase>(await owner.post('/api/team/cases', sampleCase(pair.id, mark)));
    const open = await read<TeamRound>(await owner.post('/api/team/rounds', { case: shared.id, people: [membersId] }));
    const round = await read<TeamRound>(await owner.post('/api/team/rounds', { case: shared.id, people: [membersId] }));
    for (const who of [owner, member]) await who.post(`/api/team/rounds/${round.id}/seal`, sampleJudgement(mark));
    const probe = await read<{ id?: string }>(
      await member.post('/api/team/probes', { round: round.id, probe: { target: 'agent', path: 'probe.test.js', code: mark, claim: mark } }),
    );
    await owner.post(`/api/team/rounds/${round.id}/start-debrief`);
    await owner.post(`/api/team/rounds/${round.id}/close`, sampleDebrief);
    const lesson = await read<{ id?: string }>(
      await owner.post('/api/team/lessons', {
        lesson: { rule: `Say ${mark} first.`, reasoning: mark, tags: [mark], anchors: [] },
        round: round.id,
        pair: pair.id,
      }),
    );
    const thread = await read<{ id?: string }>(await owner.post('/api/team/threads', { case: shared.id, anchor: null, body: mark }));
    const invitation = await read<{ id: string }>(await owner.post('/api/team/invitations', { email: `invited-${mark}@${name}.example` }));
    const token = await read<{ id?: string }>(await owner.post('/api/team/tokens', { name: mark }));
    await owner.post(`/api/team/cases/${shared.id}/publish`);
    const entrusted = await entrust({ owner, lead, member }, { round: round.id, mark });
    const ofYear = await live(await startPairYear({ lead, preceptee: member, preceptor: owner }, { name: mark }), member, mark);
    const cohort = await read<{ id?: string }>(await lead.post('/api/team/cohorts', { name: mark }));
    const [{ id: ownersId }] = me as [Me, Me, Me];
    const year = { cohort: cohort.id, preceptee: membersId, preceptor: ownersId, area: mark, startsAt: '2026-01-05T09:00:00.000Z' };
    const programme = await read<{ id?: string }>(await lead.post('/api/team/programmes', year));
    const ids = [
      shared.id,
      open.id,
      round.id,
      pair.id,
      lesson.id,
      thread.id,
      probe.id,
      invitation.id,
      token.id,
      cohort.id,
      programme.id,
      ...entrusted,
      ...ofYear,
      ...me.map(({ id }) => id),
    ];
    expect(ids.every(Boolean), JSON.stringify({ lesson, probe, thread, invitation, token, cohort, programme, entrusted, ofYear })).toBe(true);
    return { name, mark, people: { owner, lead, member }, ids: ids as string[] };
  }

  /** A rating, something shown, and an open request for a sign-off, which takes more than one case by the front door. */
  async function entrust({ owner, lead, member }: Organisation['people'], { round, mark }: { round: string; mark: string }): Promise<(string | undefined)[]> {
    const [boss, signer, person] = (await Promise.all([owner, lead, member].map(whoIs))) as [Me, Me, Me];
    const { ratings } = await read<{ ratings?: { id: string }[] }>(
      await owner.post(`/api/team/rounds/${round}/ratings`, { person: person.id, activity: 'E5', prospective: 4, context: mark, note: mark }),
    );
    const shown = { kind: 'activity', subject: 'E5', body: { activity: 'E5', rules: [{ rule: mark, at: '2026-01-01T00:00:00.000Z' }], levels: [] } };
    const { id } = await read<{ id?: string }>(await member.post('/api/team/shown-growth', { reader: boss.id, shown }));
    const [row] = await asOwner<{ organisation: string }>(team, 'select organisation from rounds.person where id = $1', [person.id]);
    const request = `o_${randomBytes(8).toString('hex')}`;
    await asApplication(
      team,
      { organisation: row?.organisation ?? '', person: person.id },
      `select rounds.request_sign_off($1, 'E5', 4, $2, $3, '[]', now())`,
      [request, signer.id, ratings?.map((one) => one.id)],
    );
    return [ratings?.[0]?.id, id, request];
  }

  it('see nothing of each other by any route, in any role, and change nothing', async () => {
    const routes = listTeamRoutes({ app: team.app } as TeamContext);
    const before = await Promise.all(organisations.map(look));
    let asked = 0;
    // Ids of another noun: no body and no role makes them one of this.
    const unfit = new Set<string>();
    for (const [at, { people, mark: ownMark }] of organisations.entries()) {
      const other = organisations[1 - at] as Organisation;
      for (const role of ROLES) {
        const who = people[role];
        for (const { method, path } of routes) {
          // These end the session of who asks; they take no id of anyone.
          if (path.endsWith('/sign-out-everywhere') || path.endsWith('/leave') || path === '/api/team/events') continue;
          const ids = /:\w+/.test(path) ? other.ids : [''];
          for (const id of ids) {
            const [each, noun] = [path.replace(':week', toWeek(new Date())).replaceAll(/:\w+/g, id), `${method} ${path} ${id.split('_')[0]}`];
            if (unfit.has(noun)) continue;
            const [first, ...others] = attempts(method, each, other);
            // An id of another noun: no body makes it one of this.
            if (await refuse(first)) unfit.add(noun);
            else await Promise.all(others.map(refuse));

            /** Whether it was refused for its path alone. */
            async function refuse(attempt: ((by: Browser) => Promise<Response>) | undefined): Promise<boolean> {
              if (!attempt) return false;
              const answered = await attempt(who);
              const text = await answered.text();
              expect(answered.status, `${role} ${method} ${each}`).toBeLessThan(500);
              expect(text.includes(other.mark), `${role} ${method} ${each}: ${text.slice(0, 200)}`).toBe(false);
              if (/:\w+/.test(path)) expect(answered.status, `${role} ${method} ${each}`).toBeGreaterThanOrEqual(400);
              asked += 1;
              return text.includes('In param ');
            }
          }
        }
      }
      expect(ownMark).not.toBe(other.mark);
    }
    expect(asked).toBeGreaterThan(1000);
    expect(await Promise.all(organisations.map(look))).toEqual(before);
    expect(team.bugs).toEqual([]);
  }, 300_000);

  /** What its own people see, which is also how the test knows that there was something to see. */
  async function look({ people, mark, ids }: Organisation): Promise<string> {
    let seen = '';
    for (const path of [
      '/api/team/cases',
      '/api/team/rounds',
      '/api/team/pairs',
      '/api/team/lessons',
      '/api/team/people',
      '/api/team/programmes',
      `/api/team/cohorts/${ids.find((id) => id.startsWith('h_'))}/content`,
      '/api/team/ratings',
      '/api/team/shown-growth',
      '/api/team/weekly',
      '/api/team/meetings',
    ])
      seen += await (await people.owner.get(path)).text();
    expect(seen.includes(mark)).toBe(true);
    return seen;
  }
});

const sampleHalf = (words: string) => ({ wentWell: words, hardest: words, differently: words, nextFocus: words });
const sampleProject = (words: string) => ({ title: words, learningGoal: words, scopeCap: words, weeks: 1, tier: 1, owns: ['E3'] });

/** Bodies that name things of the other organisation, wherever a body can. */
function attempts(method: string, path: string, { ids, mark }: Organisation): ((who: Browser) => Promise<Response>)[] {
  const [shared, , round, pair, lesson] = ids;
  const person = ids.at(-1);
  const programme = ids.find((id) => id.startsWith('y_'));
  if (method === 'GET')
    return [
      (who) => who.get(path),
      (who) => who.get(`${path}?round=${round}&case=${shared}&lesson=${lesson}&q=mark&which=agent&activity=E5&level=4&signer=${person}&programme=${programme}`),
    ];
  if (method === 'DELETE') return [(who) => who.delete(path)];
  const bodies: unknown[] = [
    {},
    sampleJudgement('x'),
    sampleDebrief,
    { case: shared, people: [person] },
    { name: 'Ours', people: [person] },
    { draft: {}, onVersion: 0 },
    { case: shared, anchor: null, body: 'x' },
    { lesson, anchor: null, body: 'x' },
    { body: 'x' },
    { lesson: { rule: 'One rule of ours.', reasoning: '', tags: [], anchors: [] }, round, pair },
    { rule: 'One rule of ours.', reasoning: '', tags: [], anchors: [] },
    { round, probe: { target: 'agent', path: 'probe.test.js', code: 'x', claim: 'x' } },
    { sha256: '0'.repeat(64) },
    { n: 0, text: 'x' },
    { stale: [{ n: 1, commit: '0'.repeat(40) }] },
    { cohort: ids.find((id) => id.startsWith('h_')), preceptee: person, preceptor: person, startsAt: '2026-01-05T09:00:00.000Z' },
    { onVersion: 1, goal: 'x', owner: 'x', policyUrl: '', protectedHoursAWeek: 5, firstMeetingAt: null },
    { version: 1 },
    { action: 'end' },
    { to: person, summary: 'x', focus: 'x', openProjects: [] },
    { onVersion: 0, overrides: {} },
    { name: 'Ours', goal: '', goalOwner: '', policyUrl: '' },
    { takesPartAs: 'both', areas: [], activities: [], utcOffset: 0, from: 9, to: 17, wishes: [person], declines: [] },
    { hoursAWeek: 5 },
    { role: 'member' },
    { email: `${mark.length}@acme.example` },
    { person, activity: 'E5', prospective: 4 },
    { activity: 'E5', level: 4, signer: person, ratings: ids.filter((id) => id.startsWith('v_')) },
    { reader: person, shown: { kind: 'activity', subject: 'E5', body: { activity: 'E5', rules: [], levels: [] } } },
    { why: 'Because of that.', words: 'Because of that.', answer: 'Because of that.' },
    { programme, kind: 'review', startsAt: '2026-03-02T10:00:00Z', minutes: 30 },
    { place: 'x', words: 'x' },
    { of: 'preceptee', ...sampleHalf('x') },
    { of: 'preceptor', saw: 'x', wantsNext: 'x', changesMyself: 'x' },
    { focus: 'x' },
    { programme, ...sampleProject('x') },
    { why: 'Because.' },
    { case: shared, learned: 'Something.' },
    { programme, from: '2026-03-02T10:00:00Z', to: '2026-03-02T11:00:00Z' },
    ...(path === '/api/team/cases' ? [sampleCase(pair ?? '')] : []),
  ];
  return bodies.map((body) => (who) => (method === 'PUT' ? who.put(path, body) : who.post(path, body)));
}
