import { sql } from 'kysely';
import type { Programme } from '../model/programme.ts';
import type { CohortId, PairId, PersonId, ProgrammeId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { HandOverFact, MeetingFact, ProgrammeAction } from '../model/team/programme.ts';
import type { Tx } from './connect-store.ts';
import { HAND_OVER } from './hand-overs.ts';
import { isoText, personOf } from './sql-fragments.ts';

/** A pair's year as far as I see it: reasons of pauses and notes of hand-overs are null where they are not mine to read. */
export interface ProgrammeRow {
  readonly id: ProgrammeId;
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly pair: PairId;
  readonly preceptee: Person;
  readonly preceptor: Person;
  readonly lead: Person;
  readonly area: string;
  readonly state: Programme['state'];
  readonly startsAt: string;
  readonly months: number;
  readonly goal: string;
  readonly owner: string;
  readonly policyUrl: string;
  readonly protectedHours: number;
  readonly firstMeetingAt: string | null;
  readonly planVersion: number;
  /** Of this version of the plan. */
  readonly agreements: readonly { readonly person: Person; readonly at: string }[];
  readonly pauses: readonly { readonly from: string; readonly to: string | null; readonly why: string | null }[];
  readonly handOvers: readonly HandOverFact[];
  /** But those called off. */
  readonly meetings: readonly MeetingFact[];
  /** Months in which I answered the survey; only ever my own. */
  readonly answeredSurveys: readonly number[];
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly endedAt: string | null;
}

const COLUMNS = sql`y.id, (select json_build_object('id', c.id, 'name', c.name) from rounds.cohort c where c.id = y.cohort) as cohort, y.pair,
  ${personOf('y', 'preceptee')} as preceptee, ${personOf('y', 'preceptor')} as preceptor, ${personOf('y', 'lead')} as lead, y.area, y.state,
  ${isoText('y.starts_at')} as "startsAt", y.months, y.goal, y.owner, y.policy_url as "policyUrl", y.protected_hours::float8 as "protectedHours",
  ${isoText('y.first_meeting_at')} as "firstMeetingAt", y.plan_version as "planVersion", ${isoText('y.created_at')} as "createdAt",
  ${isoText('y.completed_at')} as "completedAt", ${isoText('y.ended_at')} as "endedAt",
  (select coalesce(json_agg(json_build_object('person', ${personOf('a', 'person')}, 'at', ${isoText('a.at')}) order by a.at, a.person), '[]')
    from rounds.plan_agreement a where a.programme = y.id and a.plan_version = y.plan_version) as agreements,
  (select coalesce(json_agg(json_build_object('from', ${isoText('p.from_at')}, 'to', ${isoText('p.to_at')}, 'why', r.why) order by p.n), '[]')
    from rounds.pause p left join rounds.pause_reason r on r.programme = p.programme and r.n = p.n where p.programme = y.id) as pauses,
  (select coalesce(json_agg(${HAND_OVER} order by h.n), '[]')
    from rounds.hand_over h left join rounds.hand_over_note o on o.programme = h.programme and o.n = h.n where h.programme = y.id) as "handOvers",
  (select coalesce(json_agg(json_build_object('kind', m.kind, 'at', ${isoText('m.starts_at')}, 'heldAt', ${isoText('m.held_at')}) order by m.starts_at, m.id), '[]')
    from rounds.meeting m where m.programme = y.id and m.cancelled_at is null) as meetings,
  (select coalesce(json_agg(s.month order by s.month), '[]') from rounds.survey_answer s where s.programme = y.id and s.person = rounds.me()) as "answeredSurveys"`;

/** Null where there is none that I may see. */
export async function findProgramme({ db }: Tx, id: ProgrammeId): Promise<ProgrammeRow | null> {
  const { rows } = await sql<ProgrammeRow>`select ${COLUMNS} from rounds.programme y where y.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** Those I am one of two in, and those I lead; those that go on first. */
export async function listProgrammeRows({ db }: Tx): Promise<ProgrammeRow[]> {
  const { rows } = await sql<ProgrammeRow>`
    select ${COLUMNS} from rounds.programme y order by y.state in ('completed', 'ended'), y.starts_at, y.created_at, y.id`.execute(db);
  return rows;
}

export interface NewProgramme {
  readonly id: ProgrammeId;
  readonly cohort: CohortId;
  readonly pair: PairId;
  /** Of the pair. */
  readonly name: string;
  readonly preceptee: PersonId;
  readonly preceptor: PersonId;
  readonly area: string;
  readonly startsAt: string;
  readonly months: number;
}

/** With the pair in which the two share cases, and the cohort's goal as the beginning of a plan. */
export async function makeProgramme({ db }: Tx, given: NewProgramme, at: string): Promise<void> {
  const { id, cohort, pair, name, preceptee, preceptor, area, startsAt, months } = given;
  await sql`select rounds.make_programme(${id}, ${cohort}, ${pair}, ${name}, ${preceptee}, ${preceptor}, ${area}, ${startsAt}::timestamptz, ${months}::int, ${at}::timestamptz)`.execute(
    db,
  );
}

export type PlanText = Pick<ProgrammeRow, 'goal' | 'owner' | 'policyUrl' | 'protectedHours' | 'firstMeetingAt'>;

/** Its new version; null where another was saved meanwhile. */
export async function savePlan({ db }: Tx, id: ProgrammeId, plan: PlanText, onVersion: number): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`select rounds.save_plan(${id}, ${plan.goal}, ${plan.owner}, ${plan.policyUrl},
    ${plan.protectedHours}::numeric, ${plan.firstMeetingAt}::timestamptz, ${onVersion}::int) as version`.execute(db);
  return rows[0]?.version ?? null;
}

/** False where this is not its version any more, or it has begun. */
export async function agreePlan({ db }: Tx, id: ProgrammeId, version: number, at: string): Promise<boolean> {
  const { rows } = await sql<{ agreed: boolean }>`select rounds.agree_plan(${id}, ${version}::int, ${at}::timestamptz) as agreed`.execute(db);
  return rows[0]?.agreed === true;
}

/** `why` is kept of a pause, where one of the two gives it. */
export async function moveProgrammeRow({ db }: Tx, id: ProgrammeId, { action, why, at }: { action: ProgrammeAction; why: string; at: string }): Promise<void> {
  await sql`select rounds.move_programme(${id}, ${action}, ${why}, ${at}::timestamptz)`.execute(db);
}

/** People of my organisation by id; who left is not among them. */
export async function findPeople({ db }: Tx, ids: readonly PersonId[]): Promise<Person[]> {
  const { rows } = await sql<Person>`select id, name from rounds.person where id = any (${[...ids]}::text[]) and left_at is null`.execute(db);
  return rows;
}
