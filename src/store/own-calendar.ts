import { sql } from 'kysely';
import type { ProgrammeId } from '../model/team/ids.ts';
import type { Tx } from './connect-store.ts';
import { isoText } from './sql-fragments.ts';

/** A meeting as a calendar has it. Where it is and what was said is not read for that. */
export interface OwnMeeting {
  readonly id: string;
  readonly programme: ProgrammeId;
  readonly kind: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly sequence: number;
  readonly changedAt: string;
  readonly heldAt: string | null;
  readonly cancelledAt: string | null;
}

/** Meetings of programmes in which I am one of the two, the earliest first, those called off among them. Bounds are ISO instants. */
export async function listOwnMeetings({ db, actor }: Tx, { from = null, to = null }: { from?: string | null; to?: string | null } = {}): Promise<OwnMeeting[]> {
  const { rows } = await sql<OwnMeeting>`select m.id, m.programme, m.kind, ${isoText('m.starts_at')} as "startsAt", m.minutes, m.sequence,
      ${isoText('m.changed_at')} as "changedAt", ${isoText('m.held_at')} as "heldAt", ${isoText('m.cancelled_at')} as "cancelledAt"
    from rounds.meeting m join rounds.programme y on y.id = m.programme where ${actor.person} in (y.preceptee, y.preceptor)
      and m.starts_at >= coalesce(${from}::timestamptz, '-infinity') and m.starts_at < coalesce(${to}::timestamptz, 'infinity')
    order by m.starts_at, m.id`.execute(db);
  return rows;
}
