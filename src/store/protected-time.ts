import { sql } from 'kysely';
import type { ProgrammeId, ProtectedTimeId } from '../model/team/ids.ts';
import type { ProtectedTime } from '../model/team/protected-time.ts';
import type { Tx } from './connect-store.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

type Row = Omit<ProtectedTime, 'from' | 'to' | 'confirmedAt'> & { from: Date; to: Date; confirmedAt: Date | null };

const COLUMNS = sql`t.id, t.programme, t.from_at as "from", t.to_at as "to", t.offered_by as "offeredBy", t.confirmed_at as "confirmedAt"`;
const toTime = ({ from, to, confirmedAt, ...row }: Row): ProtectedTime => ({
  ...row,
  from: from.toISOString(),
  to: to.toISOString(),
  confirmedAt: confirmedAt?.toISOString() ?? null,
});

/** What one of the two offered that ends after `since`, the latest first. */
export async function listProtectedTime({ db }: Tx, programme: ProgrammeId, since: string): Promise<ProtectedTime[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.protected_time t where t.programme = ${programme} and t.to_at > ${since}::timestamptz
    order by t.from_at desc, t.id`.execute(db);
  return rows.map(toTime);
}

export async function readTime({ db }: Tx, id: ProtectedTimeId): Promise<ProtectedTime | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.protected_time t where t.id = ${id}`.execute(db);
  return rows[0] ? toTime(rows[0]) : null;
}

/** Offered to the other of the two. False where it was offered before, or I am not one of them. */
export async function offerTime({ db, actor }: Tx, { id, programme, from, to }: Span & { id: ProtectedTimeId; programme: ProgrammeId }): Promise<boolean> {
  const { rows } = await sql`insert into rounds.protected_time (id, organisation, programme, preceptee, preceptor, from_at, to_at, offered_by)
    select ${id}, y.organisation, y.id, y.preceptee, y.preceptor, ${from}::timestamptz, ${to}::timestamptz, ${actor.person}
    from rounds.programme y where y.id = ${programme} and ${actor.person} in (y.preceptee, y.preceptor)
    on conflict (programme, from_at, to_at) do nothing returning 1`.execute(db);
  return rows.length === 1;
}

/** False where it is not the other who offered it. */
export async function confirmTime({ db }: Tx, id: ProtectedTimeId, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.confirm_time(${id}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** False where there is none of mine. */
export async function deleteTime({ db }: Tx, id: ProtectedTimeId): Promise<boolean> {
  const { rows } = await sql`delete from rounds.protected_time where id = ${id} returning 1`.execute(db);
  return rows.length === 1;
}

/**
 * When the two were at it together: time both confirmed, meetings held, and the ten minutes before each act of one of them in rounds of
 * both, on weekly pages and in questions of their pair's cases. Unmerged; the same sources as `count_preceptor_hours` of the store.
 */
export async function listPairSpans({ db }: Tx, programme: ProgrammeId, { from, to }: Span): Promise<Span[]> {
  const { rows } = await sql<{ from: Date; to: Date }>`
    with y as (select * from rounds.programme where id = ${programme}),
    acts as (
      select l.at from y, rounds.round_log l where l.person in (y.preceptee, y.preceptor)
        and (select count(*) from rounds.round_participant p where p.round = l.round and p.person in (y.preceptee, y.preceptor)) = 2
      union all select w.at from y join rounds.weekly_entry w on w.programme = y.id
      union all select m.at from y join rounds.shared_case c on c.pair = y.pair join rounds.thread t on t.case_id = c.id
        join rounds.message m on m.thread = t.id and m.author in (y.preceptee, y.preceptor)
    )
    select at - interval '10 minutes' as "from", at as "to" from acts where at > ${from}::timestamptz and at < ${to}::timestamptz
    union all select m.starts_at, m.starts_at + make_interval(mins => m.minutes) from y join rounds.meeting m on m.programme = y.id
      where m.held_at is not null and m.starts_at < ${to}::timestamptz and m.starts_at + make_interval(mins => m.minutes) > ${from}::timestamptz
    union all select t.from_at, t.to_at from y join rounds.protected_time t on t.programme = y.id
      where t.confirmed_at is not null and t.from_at < ${to}::timestamptz and t.to_at > ${from}::timestamptz`.execute(db);
  return rows.map((row) => ({ from: row.from.toISOString(), to: row.to.toISOString() }));
}
