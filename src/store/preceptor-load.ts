import { sql } from 'kysely';
import type { CohortId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { LoadWeek } from '../model/team/preceptor-load.ts';
import type { Tx } from './connect-store.ts';
import { personOf } from './sql-fragments.ts';

const WEEKS = (last: string, count: number) =>
  sql`generate_series((${last}::date - 7 * (${count}::int - 1))::timestamp, ${last}::date::timestamp, interval '7 days') as w(week)`;

/** My hours in each of `count` weeks up to that of the Monday `last`, the oldest first. */
export async function readOwnLoad({ db }: Tx, last: string, count: number): Promise<LoadWeek[]> {
  const { rows } = await sql<LoadWeek>`
    select to_char(w.week, 'YYYY-MM-DD') as week, rounds.read_own_load(w.week::date)::float8 as hours from ${WEEKS(last, count)} order by w.week`.execute(db);
  return rows;
}

/** Hours a week I set; null where I set none. */
export async function readOwnCap({ db, actor }: Tx): Promise<number | null> {
  const { rows } = await sql<{ hours: number }>`select hours_a_week::float8 as hours from rounds.preceptor_cap where person = ${actor.person}`.execute(db);
  return rows[0]?.hours ?? null;
}

export async function setOwnCap({ db, actor }: Tx, hours: number, at: string): Promise<void> {
  await sql`insert into rounds.preceptor_cap (organisation, person, hours_a_week, set_at)
    values (${actor.organisation}, ${actor.person}, ${hours}, ${at}::timestamptz)
    on conflict (organisation, person) do update set hours_a_week = excluded.hours_a_week, set_at = excluded.set_at`.execute(db);
}

export interface CohortLoadRow extends LoadWeek {
  readonly preceptor: Person;
  readonly cap: number | null;
}

/** Of each preceptor of a cohort I lead, one row a week; nothing for anybody else. */
export async function readCohortLoad({ db }: Tx, cohort: CohortId, last: string, count: number): Promise<CohortLoadRow[]> {
  const { rows } = await sql<CohortLoadRow>`
    select ${personOf('p', 'id')} as preceptor, to_char(w.week, 'YYYY-MM-DD') as week, l.hours::float8 as hours, l.cap::float8 as cap
    from ${WEEKS(last, count)} cross join lateral rounds.read_load(${cohort}, w.week::date) l join rounds.person p on p.id = l.person
    order by p.name, p.id, w.week`.execute(db);
  return rows;
}

/** Who leads programmes in which I am preceptor: they see my hours. */
export async function listMyLeads({ db, actor }: Tx): Promise<string[]> {
  const { rows } = await sql<{ lead: string }>`select distinct lead from rounds.programme where preceptor = ${actor.person}`.execute(db);
  return rows.map(({ lead }) => lead);
}
