/** A cohort through twelve months, on the real code and database: leave, a change of preceptor, missed weeks, too much load. */
import type { CohortId } from '../../model/team/ids.ts';
import { toWeek, toWeekStart } from '../../programme/weekly/to-week.ts';
import { changeMyCohort, makeMyCohort } from '../team/programmes/cohorts.ts';
import { agreeToHandOver, proposeMyHandOver } from '../team/programmes/hand-overs.ts';
import { listProgrammes } from '../team/programmes/list-programmes.ts';
import { prepareProgramme } from '../team/programmes/make-programme.ts';
import { agreeToPlan, moveMyProgramme, saveMyPlan } from '../team/programmes/move-programme.ts';
import { setMyCap } from '../team/programmes/preceptor-load.ts';
import type { TeamApp } from '../team/team-app.ts';
import { addDays, type SimClock } from './calendar.ts';
import { REPOSITORIES } from './case-templates.ts';
import { createChance, type Chance } from './chance.ts';
import { must } from './must.ts';
import { makePeople, type SimOrganisation, type SimPerson } from './people.ts';
import { createTally, type SimPair, type SimTally } from './sim-pair.ts';
import { beginGrandRound, endGrandRound, simulateMonth, simulateSignOffs, type OpenGrandRound } from './simulate-month.ts';
import { PHASES } from './simulate-week.ts';

export interface SimulationInput {
  readonly pairs: number;
  readonly seed: number;
  /** Weeks that are lived through; a year ends after 52, pauses counted in. */
  readonly weeks: number;
  readonly onWeek?: (week: number, of: number) => void;
  /** Ends it after the week it is in. */
  readonly signal?: AbortSignal;
}

export interface SimulatedYear {
  readonly organisation: SimOrganisation;
  readonly cohort: CohortId;
  readonly pairs: readonly SimPair[];
  readonly tally: SimTally;
}

const WEEKS_OF_A_MONTH = 52 / 12;
const TOGETHER = 8;

/** What goes otherwise than planned, by the number of the pair; weeks from the start. */
interface Turn {
  readonly pauseAt: number | null;
  readonly resumeAt: number | null;
  readonly handOverAt: number | null;
  readonly endAt: number | null;
}

/** Lives the year through. `clock` must be the app's own. */
export async function simulateYear(app: TeamApp, clock: SimClock, { pairs: count, seed, weeks, onWeek, signal }: SimulationInput): Promise<SimulatedYear> {
  const chance = createChance(seed);
  const start = toWeekStart(toWeek(clock.now()));
  // Fewer preceptors than pairs: some have two, and one three.
  const organisation = await makePeople(app, chance, { preceptees: count, preceptors: Math.max(3, Math.ceil(count * 0.75)), signers: 3 });
  const tally = createTally();
  const cohort = must(await makeMyCohort(app, organisation.lead, 'Spring cohort')).id;
  must(
    await changeMyCohort(app, organisation.lead, cohort, {
      name: 'Spring cohort',
      goal: 'Twenty people who can refuse plausible wrong work, and show why.',
      goalOwner: organisation.owner.name,
      policyUrl: 'https://rounds.example/what-is-recorded',
    }),
  );
  const pairs = await beginAll(app, clock, organisation, cohort, { start, count, seed });
  const turns = pairs.map((_, at) => drawTurn(chance, at, weeks));
  let open: OpenGrandRound | null = null;
  for (let week = 0; week < weeks; week += 1) {
    if (signal?.aborted) break;
    onWeek?.(week, weeks);
    const monday = addDays(start, week * 7);
    const month = Math.floor(week / WEEKS_OF_A_MONTH);
    const isFirstOfMonth = month !== Math.floor((week - 1) / WEEKS_OF_A_MONTH);
    clock.set(addDays(monday, 0, 8));
    for (const [at, pair] of pairs.entries()) {
      const turn = turns[at];
      if (turn) await takeTurn(app, organisation, pair, turn, week, tally);
    }
    const running = pairs.filter(({ state }) => state === 'running');
    const guests = [...organisation.preceptors, ...organisation.signers];
    const scene = { app, tally, monday, progress: week / 52, meeting: nameMeeting(week, month, isFirstOfMonth), guests };
    for (const { at, act } of PHASES) {
      clock.set(addDays(monday, ...at));
      await allAtOnce(running, (pair) => act(scene, pair));
    }
    if (isFirstOfMonth) {
      await allAtOnce(running, (pair) => simulateMonth({ app, tally }, pair));
      if ([7, 9, 11].includes(month)) await allAtOnce(running, (pair) => simulateSignOffs({ app, tally }, pair, organisation.signers));
      open = week > 4 ? await beginGrandRound({ app, tally }, chance, cohort, pairs) : null;
    } else if (open && week % 2 === 0) {
      await endGrandRound({ app, tally }, open);
      open = null;
    }
    await completeAll(app, running, tally);
  }
  return { organisation, cohort, pairs, tally };
}

/** Pairs live their week at the same time, so many of them as the store has connections for. */
async function allAtOnce(pairs: readonly SimPair[], act: (pair: SimPair) => Promise<void>): Promise<void> {
  for (let at = 0; at < pairs.length; at += TOGETHER) await Promise.all(pairs.slice(at, at + TOGETHER).map(act));
}

function nameMeeting(week: number, month: number, isFirstOfMonth: boolean) {
  if (week === 0) return 'first meeting' as const;
  if (!isFirstOfMonth || month % 2 !== 0) return 'check-in' as const;
  return month === 6 ? ('midpoint' as const) : ('review' as const);
}

/** Prepared by the lead, agreed to by all three, begun: and not before. */
async function beginAll(
  app: TeamApp,
  clock: SimClock,
  { lead, preceptees, preceptors }: SimOrganisation,
  cohort: CohortId,
  { start, count, seed }: { start: Date; count: number; seed: number },
): Promise<SimPair[]> {
  const pairs: SimPair[] = [];
  for (let at = 0; at < count; at += 1) {
    const [preceptee, preceptor] = [preceptees[at], preceptors[at % preceptors.length]];
    if (!preceptee || !preceptor) break;
    pairs.push(await begin(app, { chance: createChance(seed * 1000 + at), lead, preceptee, preceptor, area: 'product' }, cohort, start));
  }
  // One person in both roles, in two areas.
  const [both, other] = [preceptors.at(-1), preceptors[0]];
  if (both && other && both !== other)
    pairs.push(await begin(app, { chance: createChance(seed * 1000 + count), lead, preceptee: both, preceptor: other, area: 'databases' }, cohort, start));
  for (const preceptor of preceptors) must(await setMyCap(app, preceptor, 4));
  clock.set(addDays(start, 0, 8));
  return pairs;
}

async function begin(
  app: TeamApp,
  { chance, lead, preceptee, preceptor, area }: Pick<SimPair, 'chance' | 'lead' | 'preceptee' | 'preceptor'> & { area: string },
  cohort: CohortId,
  start: Date,
): Promise<SimPair> {
  const made = must(
    await prepareProgramme(app, lead, { cohort, preceptee: preceptee.person, preceptor: preceptor.person, area, startsAt: start.toISOString(), months: 12 }),
  );
  if ((await moveMyProgramme(app, lead, made.id, { action: 'start', why: '' })).ok) throw new Error('A year began without a plan.');
  const planned = must(
    await saveMyPlan(app, preceptee, made.id, {
      onVersion: made.plan.version,
      goal: made.plan.goal,
      owner: made.plan.owner,
      policyUrl: made.plan.policyUrl,
      protectedHoursAWeek: 5,
      firstMeetingAt: addDays(start, 1, 10).toISOString(),
    }),
  );
  for (const who of [preceptee, preceptor, lead]) must(await agreeToPlan(app, who, made.id, planned.plan.version));
  const { pair } = must(await moveMyProgramme(app, preceptee, made.id, { action: 'start', why: '' }));
  if (!pair) throw new Error('A preceptee does not see their pair.');
  const at = preceptee.name.length;
  const repositories = [REPOSITORIES[at % 4], REPOSITORIES[(at + 1) % 4]].filter((name) => name !== undefined);
  return {
    chance,
    cohort,
    programme: made.id,
    preceptee,
    preceptor,
    pair,
    lead,
    repositories,
    made: 0,
    project: null,
    closedProjects: 0,
    meeting: null,
    wrotePage: false,
    state: 'running',
    rated: 0,
  };
}

/** Every fifth pair has a leave, every seventh another preceptor from the middle on, and one in ten ends early. */
function drawTurn(chance: Chance, at: number, weeks: number): Turn {
  const pauseAt = at % 5 === 1 ? chance.between(8, 20) : null;
  return {
    pauseAt,
    resumeAt: pauseAt === null ? null : pauseAt + chance.between(2, 6),
    handOverAt: at % 7 === 2 ? chance.between(Math.floor(weeks / 3), Math.floor(weeks / 2)) : null,
    endAt: at % 10 === 9 ? chance.between(30, 40) : null,
  };
}

async function takeTurn(app: TeamApp, { preceptors }: SimOrganisation, pair: SimPair, turn: Turn, week: number, tally: SimTally): Promise<void> {
  if (pair.state === 'over') return;
  if (week === turn.pauseAt && pair.state === 'running') {
    must(await moveMyProgramme(app, pair.preceptee, pair.programme, { action: 'pause', why: 'Leave.' }));
    pair.state = 'paused';
    tally.pauses += 1;
  }
  if (week === turn.resumeAt && pair.state === 'paused') {
    must(await moveMyProgramme(app, pair.preceptee, pair.programme, { action: 'resume', why: '' }));
    pair.state = 'running';
  }
  if (week === turn.handOverAt && pair.state === 'running') await handOver(app, preceptors, pair, tally);
  if (week === turn.endAt) {
    must(await moveMyProgramme(app, pair.preceptor, pair.programme, { action: 'end', why: '' }));
    pair.state = 'over';
  }
}

async function handOver(app: TeamApp, preceptors: readonly SimPerson[], pair: SimPair, tally: SimTally): Promise<void> {
  const next = preceptors.find(({ person }) => person !== pair.preceptor.person && person !== pair.preceptee.person);
  if (!next) return;
  const given = {
    to: next.person,
    summary: 'Judges well, and says how sure. Still accepts what looks finished.',
    focus: 'Refuse plausible wrong work.',
    openProjects: [],
  };
  const proposed = must(await proposeMyHandOver(app, pair.preceptor, pair.programme, given));
  const n = proposed.programmes.find(({ id }) => id === pair.programme)?.handOvers.at(-1)?.n ?? 1;
  for (const who of [pair.preceptee, next]) must(await agreeToHandOver(app, who, { programme: pair.programme, n }));
  const now = must(await listProgrammes(app, pair.preceptee)).programmes.find(({ id }) => id === pair.programme);
  if (!now?.pair || now.preceptor.id !== next.person) throw new Error('A hand-over did not change the preceptor.');
  pair.preceptor = next;
  pair.pair = now.pair;
  // A project begun with somebody else is taken up by who comes.
  tally.handOvers += 1;
}

async function completeAll(app: TeamApp, pairs: readonly SimPair[], tally: SimTally): Promise<void> {
  for (const pair of pairs) {
    if (pair.state !== 'running') continue;
    const done = await moveMyProgramme(app, pair.preceptee, pair.programme, { action: 'complete', why: '' });
    if (!done.ok) continue;
    pair.state = 'over';
    tally.completed += 1;
  }
}
