/** People do random things to a pair's week, projects, meetings and time, strangers among them; the laws hold after each. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeMeeting, noteMeeting } from '../../../src/app/team/meetings/change-meeting.ts';
import { listMyMeetings } from '../../../src/app/team/meetings/list-meetings.ts';
import { makeMeeting } from '../../../src/app/team/meetings/make-meeting.ts';
import { closeProject, listProjectDeconstructions } from '../../../src/app/team/projects/close-project.ts';
import { changeProject, dropProject, listMyProjects, makeProject } from '../../../src/app/team/projects/projects.ts';
import { confirmProtectedTime, offerProtectedTime, showProtectedTime, takeBackProtectedTime } from '../../../src/app/team/protected-time/protected-time.ts';
import { noteTeamHunk } from '../../../src/app/team/rounds/note-hunk.ts';
import { showWeekly } from '../../../src/app/team/weekly/show-weekly.ts';
import { agreeFocus, writeWeekly } from '../../../src/app/team/weekly/write-weekly.ts';
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import type { CaseId, MeetingId, ProjectId, ProtectedTimeId } from '../../../src/model/team/ids.ts';
import type { TeamRound } from '../../../src/model/team/team-round.ts';
import { addWeeks, toWeek } from '../../../src/programme/weekly/to-week.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { createDraws } from '../create-draws.ts';
import type { Browser } from './create-browser.ts';
import { read } from './read.ts';
import { handOver, startPairYear, toActor, type PairYear } from './pair-year.ts';
import { SAMPLE_HUNKS, sampleDeconstruction, samplePredictions } from './sample-case.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const STEPS = Number(process.env['ROUNDS_WALK_STEPS'] ?? 600);
const START = Date.parse('2026-03-02T08:00:00.000Z');
const PLAN = { title: 'One', learningGoal: 'Learn.', scopeCap: 'No more.', weeks: 1, tier: 1, owns: ['E3' as const] };

type Who = 'ada' | 'bo' | 'cy' | 'lead';
const EVERYBODY: readonly Who[] = ['ada', 'bo', 'cy', 'lead'];

describeWithStore(`a pair's year under ${STEPS} random acts`, () => {
  let team: TestTeam;
  let now = START;
  const browsers = {} as Record<Who, Browser>;
  const actors = {} as Record<Who, Awaited<ReturnType<typeof toActor>>>;
  let year: PairYear;
  const cases: CaseId[] = [];
  const rounds: TeamRound[] = [];

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => new Date(now) });
    browsers.lead = await team.foundOrganisation('acme');
    for (const who of ['ada', 'bo', 'cy'] as const) browsers[who] = await team.join(browsers.lead, `${who}@acme.example`);
    for (const who of EVERYBODY) actors[who] = await toActor(browsers[who]);
    year = await startPairYear({ lead: browsers.lead, preceptee: browsers.ada, preceptor: browsers.bo }, { at: new Date(now).toISOString() });
    for (let n = 0; n < 6; n += 1) {
      const { id } = await read<SharedCase>(await browsers.ada.post('/api/team/cases', sampleDeconstruction(year.pair, `Task ${n}`)));
      cases.push(id);
      if (n === 0) continue;
      const round = await read<TeamRound>(await browsers.ada.post('/api/team/rounds', { case: id, people: [actors.bo.person] }));
      rounds.push(round);
      for (const who of n === 1 ? [browsers.ada] : [browsers.ada, browsers.bo])
        await read(await who.post(`/api/team/rounds/${round.id}/seal`, samplePredictions));
    }
  }, 60_000);
  afterAll(() => team.stop());

  it('holds its laws', async () => {
    const random = createDraws(6);
    const pick = <T>(from: readonly T[]): T | undefined => from[random(from.length)];
    const { app } = team;
    const { programme } = year;
    const [meetings, projects, times]: [MeetingId[], ProjectId[], ProtectedTimeId[]] = [[], [], []];
    const sequences = new Map<string, number>();
    const agreed = new Map<string, string>();
    const closed = new Map<string, string>();
    const done: Record<string, number> = {};
    let preceptor: Who = 'bo';

    for (let step = 0; step < STEPS; step += 1) {
      now += random(8) * 3_600_000;
      if (step === Math.floor(STEPS / 2)) {
        await handOver(year, { preceptee: browsers.ada, preceptor: browsers.bo }, browsers.cy);
        preceptor = 'cy';
      }
      await act(pick([...EVERYBODY, 'ada', preceptor]) ?? 'ada', step);
      if (step % 10 === 0) await verify();
    }
    await verify();
    for (const name of ['write', 'agree', 'close', 'hold', 'cancel', 'undo', 'confirm', 'drop']) expect([name, (done[name] ?? 0) > 0]).toEqual([name, true]);
    expect(team.bugs).toEqual([]);

    async function act(who: Who, step: number): Promise<void> {
      const actor = actors[who];
      const isOfTwo = who === 'ada' || who === preceptor;
      const words = `to ${who === 'ada' ? preceptor : 'ada'} ${step}`;
      const week = addWeeks(toWeek(new Date(now)), -Math.floor(random(5) / 2));
      const drawn = random(16);
      const onlyTheTwo = (name: string, result: { readonly ok: boolean }): void => {
        if (!result.ok) return;
        expect([name, who, isOfTwo]).toEqual([name, who, true]);
        done[name] = (done[name] ?? 0) + 1;
      };
      const meeting = pick(meetings);
      const project = pick(projects);
      const time = pick(times);
      if (drawn < 4) {
        const half =
          (random(4) === 0) === (who === 'ada')
            ? ({ of: 'preceptor', saw: words, wantsNext: words, changesMyself: words } as const)
            : ({ of: 'preceptee', wentWell: words, hardest: words, differently: words, nextFocus: words } as const);
        const result = await writeWeekly(app, actor, { programme, week }, half);
        if (result.ok) expect(half.of).toBe(who === 'ada' ? 'preceptee' : 'preceptor');
        onlyTheTwo('write', result);
      } else if (drawn < 7) onlyTheTwo('agree', await agreeFocus(app, actor, { programme, week }, `Focus ${random(2)}`));
      else if (drawn === 7) {
        const made = await makeProject(app, actor, { ...PLAN, programme });
        onlyTheTwo('make', made);
        if (made.ok) projects.push(made.value.id);
      } else if (drawn === 8 && project) onlyTheTwo('close', await closeProject(app, actor, project, { case: pick(cases) ?? ('' as CaseId), learned: words }));
      else if (drawn === 9 && project) {
        if (random(4) === 0) onlyTheTwo('drop', await dropProject(app, actor, project, words));
        else onlyTheTwo('change', await changeProject(app, actor, project, { ...PLAN, tier: 1 + random(4) }));
      } else if (drawn === 10) {
        const round = pick(rounds);
        // Often both that need it, so that something closes at all.
        for (const hunk of random(2) === 0 ? SAMPLE_HUNKS.slice(1) : [pick(SAMPLE_HUNKS) ?? ''])
          if (round) await noteTeamHunk(app, actor, round.id, { hunk, how: 'explained', words });
      } else if (drawn === 11) {
        const made = await makeMeeting(app, actor, {
          programme,
          kind: 'check-in',
          startsAt: new Date(now + (random(5) - 3) * 3_600_000).toISOString(),
          minutes: 30,
        });
        if (!made.ok) return;
        expect([who, isOfTwo || who === 'lead']).toEqual([who, true]);
        meetings.push(made.value.id);
      } else if (drawn === 12 && meeting) {
        const type = pick(['hold', 'cancel', 'undo'] as const) ?? 'hold';
        const result = await changeMeeting(app, actor, meeting, { type });
        if (!result.ok) return;
        expect([who, isOfTwo || who === 'lead']).toEqual([who, true]);
        done[type] = (done[type] ?? 0) + 1;
      } else if (drawn === 13 && meeting) onlyTheTwo('note', await noteMeeting(app, actor, meeting, { place: words, words }));
      else if (drawn === 14) {
        const from = now - random(200) * 3_600_000;
        const offered = await offerProtectedTime(app, actor, { programme, from: new Date(from).toISOString(), to: new Date(from + 5_400_000).toISOString() });
        onlyTheTwo('offer', offered);
        if (offered.ok) for (const { id } of offered.value.times) if (!times.includes(id)) times.push(id);
      } else if (time) {
        const before = await showProtectedTime(app, actor, programme);
        const offeredBy = before.ok ? before.value.times.find(({ id }) => id === time)?.offeredBy : undefined;
        if (random(4) === 0) return onlyTheTwo('take back', await takeBackProtectedTime(app, actor, time));
        const result = await confirmProtectedTime(app, actor, time);
        onlyTheTwo('confirm', result);
        if (result.ok) expect(offeredBy).not.toBe(actor.person);
      }
    }

    /** The laws, from the rows themselves, and from what each person is shown. */
    async function verify(): Promise<void> {
      await withClient(team.database.owner, async (client) => {
        const { rows: early } = await client.query(
          `select from rounds.weekly_entry w join rounds.programme y on y.id = w.programme where w.author <> y.preceptee
             and not exists (select from rounds.weekly_entry f where f.programme = w.programme and f.week = w.week and f.author = y.preceptee)`,
        );
        expect(early).toEqual([]);
        const { rows: focuses } = await client.query<{ week: string; focus: string; halves: number }>(
          `select week::text, focus, (select count(*)::int from rounds.weekly_entry w where w.programme = f.programme and w.week = f.week) as halves
             from rounds.weekly_focus f where agreed_at is not null`,
        );
        for (const { week, focus, halves } of focuses) {
          expect(halves).toBeGreaterThanOrEqual(2);
          expect(agreed.get(week) ?? focus).toBe(focus);
          agreed.set(week, focus);
        }
        expect(focuses.length).toBe(agreed.size);
        const { rows: ended } = await client.query<{ id: string; deconstruction: string; left: number }>(
          `select j.id, j.deconstruction, (select count(*)::int from unnest($1::text[]) as h(id)
               where not exists (select from rounds.hunk_note n where n.case_id = j.deconstruction and n.hunk = h.id)) as left
             from rounds.project j where state = 'closed'`,
          [SAMPLE_HUNKS.slice(1)],
        );
        for (const { id, deconstruction, left } of ended) {
          expect([left, cases.indexOf(deconstruction as CaseId) > 1]).toEqual([0, true]);
          closed.set(id, deconstruction);
        }
        expect([ended.length, new Set(closed.values()).size]).toEqual([closed.size, closed.size]);
        const { rows: met } = await client.query<{ id: string; sequence: number; both: boolean }>(
          'select id, sequence, held_at is not null and cancelled_at is not null as both from rounds.meeting',
        );
        for (const { id, sequence, both } of met) {
          expect([both, sequence >= (sequences.get(id) ?? 0)]).toEqual([false, true]);
          sequences.set(id, sequence);
        }
      });
      for (const who of EVERYBODY) {
        const seen = [
          await showWeekly(app, actors[who], programme, {}),
          await showWeekly(app, actors[who], programme, { week: addWeeks(toWeek(new Date(now)), -1) }),
          await listMyProjects(app, actors[who], programme),
          await showProtectedTime(app, actors[who], programme),
          await listProjectDeconstructions(app, actors[who], programme),
        ];
        const isOfTwo = who === 'ada' || who === preceptor;
        expect([who, seen.map(({ ok }) => ok)]).toEqual([who, seen.map(() => isOfTwo)]);
        const listed = await listMyMeetings(app, actors[who], {});
        if (who === 'lead') expect(listed.ok && listed.value.meetings.every(({ note }) => note === null)).toBe(true);
        // Whoever comes later reads nothing that was written to the one before.
        if (who === 'cy') expect(JSON.stringify([seen.slice(0, 2), listed])).not.toContain('to bo');
      }
    }
  }, 300_000);
});
