import { sql } from 'kysely';
import type { MakeMeeting, MeetingQuery, MoveMeeting } from '../model/api/team/meetings.ts';
import type { MeetingId, PersonId } from '../model/team/ids.ts';
import type { Meeting, MeetingNote } from '../model/team/meeting.ts';
import type { Tx } from './connect-store.ts';

const COLUMNS = sql`m.id, m.programme, m.kind, m.starts_at as "startsAt", m.minutes, m.created_by as "createdBy", m.sequence, m.changed_at as "changedAt",
  m.held_at as "heldAt", m.cancelled_at as "cancelledAt",
  json_build_array(json_build_object('id', e.id, 'name', e.name), json_build_object('id', o.id, 'name', o.name)) as between,
  (select json_build_object('place', n.place, 'words', n.words) from rounds.meeting_note n where n.meeting = m.id order by n.at desc limit 1) as note`;
const TABLES = sql`rounds.meeting m join rounds.programme y on y.id = m.programme
  join rounds.person e on e.organisation = y.organisation and e.id = y.preceptee
  join rounds.person o on o.organisation = y.organisation and o.id = y.preceptor`;

type Instants = 'startsAt' | 'changedAt' | 'heldAt' | 'cancelledAt';
type Row = Omit<Meeting, Instants> & { startsAt: Date; changedAt: Date; heldAt: Date | null; cancelledAt: Date | null };

const toMeeting = (row: Row): Meeting => ({
  ...row,
  startsAt: row.startsAt.toISOString(),
  changedAt: row.changedAt.toISOString(),
  heldAt: row.heldAt?.toISOString() ?? null,
  cancelledAt: row.cancelledAt?.toISOString() ?? null,
});

/** Meetings I may know of, the earliest first, cancelled ones among them. */
export async function listMeetings({ db }: Tx, { programme, from, to }: MeetingQuery): Promise<Meeting[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${TABLES}
    where (${programme ?? null}::text is null or m.programme = ${programme ?? null})
      and m.starts_at >= coalesce(${from ?? null}::timestamptz, '-infinity') and m.starts_at < coalesce(${to ?? null}::timestamptz, 'infinity')
    order by m.starts_at, m.id`.execute(db);
  return rows.map(toMeeting);
}

/** Null where there is none that I may know of. */
export async function readMeeting({ db }: Tx, id: MeetingId): Promise<Meeting | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${TABLES} where m.id = ${id}`.execute(db);
  return rows[0] ? toMeeting(rows[0]) : null;
}

/** False where there is no such programme for me, or it is over. */
export async function insertMeeting(
  { db, actor }: Tx,
  { id, programme, kind, startsAt, minutes, at }: MakeMeeting & { id: MeetingId; at: string },
): Promise<boolean> {
  const { rows } = await sql`insert into rounds.meeting (id, organisation, programme, kind, starts_at, minutes, created_by, changed_at)
    select ${id}, y.organisation, y.id, ${kind}, ${startsAt}::timestamptz, ${minutes}::int, ${actor.person}, ${at}::timestamptz
    from rounds.programme y where y.id = ${programme} and y.state in ('planned', 'running', 'paused') returning 1`.execute(db);
  return rows.length === 1;
}

/** Each of these is false where the meeting was held or cancelled meanwhile, or for the ways back where it was not. */
export async function moveMeeting({ db }: Tx, id: MeetingId, { startsAt, minutes, at }: MoveMeeting & { at: string }): Promise<boolean> {
  return changed(
    await sql`update rounds.meeting set starts_at = ${startsAt}::timestamptz, minutes = ${minutes}::int, sequence = sequence + 1, changed_at = ${at}::timestamptz
      where id = ${id} and held_at is null and cancelled_at is null returning 1`.execute(db),
  );
}

export async function holdMeeting({ db }: Tx, id: MeetingId, at: string): Promise<boolean> {
  return changed(
    await sql`update rounds.meeting set held_at = ${at}::timestamptz, changed_at = ${at}::timestamptz
      where id = ${id} and held_at is null and cancelled_at is null and starts_at <= ${at}::timestamptz returning 1`.execute(db),
  );
}

/** A calendar that has it takes the change by its sequence. */
export async function cancelMeeting({ db }: Tx, id: MeetingId, at: string): Promise<boolean> {
  return changed(
    await sql`update rounds.meeting set cancelled_at = ${at}::timestamptz, sequence = sequence + 1, changed_at = ${at}::timestamptz
      where id = ${id} and held_at is null and cancelled_at is null returning 1`.execute(db),
  );
}

/** Neither held nor cancelled after all. */
export async function reopenMeeting({ db }: Tx, id: MeetingId, at: string): Promise<boolean> {
  return changed(
    await sql`update rounds.meeting set sequence = sequence + (cancelled_at is not null)::int, held_at = null, cancelled_at = null, changed_at = ${at}::timestamptz
      where id = ${id} and (held_at is not null or cancelled_at is not null) returning 1`.execute(db),
  );
}

/** Between the two as they are now. False to everybody else. */
export async function saveMeetingNote({ db, actor }: Tx, id: MeetingId, { place, words, at }: MeetingNote & { at: string }): Promise<boolean> {
  return changed(
    await sql`insert into rounds.meeting_note (meeting, organisation, programme, preceptee, preceptor, place, words, at)
      select m.id, y.organisation, y.id, y.preceptee, y.preceptor, ${place}, ${words}, ${at}::timestamptz
      from rounds.meeting m join rounds.programme y on y.id = m.programme where m.id = ${id} and ${actor.person} in (y.preceptee, y.preceptor)
      on conflict (meeting, preceptor) do update set place = excluded.place, words = excluded.words, at = excluded.at returning 1`.execute(db),
  );
}

/** Everyone a change of a meeting concerns: the two, and the lead, who sees that it is held or due. */
export async function listMeetingPeople({ db }: Tx, id: MeetingId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    select unnest(array[y.preceptee, y.preceptor, y.lead]) as person from rounds.meeting m join rounds.programme y on y.id = m.programme where m.id = ${id}`.execute(
    db,
  );
  return rows.map(({ person }) => person);
}

const changed = ({ rows }: { readonly rows: readonly unknown[] }): boolean => rows.length > 0;
