import { sql } from 'kysely';
import type { Programme } from '../model/programme.ts';
import type { PairId, PersonId, ProgrammeId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { Tx } from './connect-store.ts';

/** A programme in which I am one of the two. */
export interface OwnProgramme {
  readonly id: ProgrammeId;
  readonly pair: PairId;
  readonly area: string;
  readonly state: Programme['state'];
  readonly preceptee: Person;
  readonly preceptor: Person;
  readonly lead: PersonId;
  readonly protectedHours: number;
}

/** Those that go on before those that are over, the latest first. */
export async function listOwnProgrammes({ db, actor }: Tx): Promise<OwnProgramme[]> {
  const { rows } = await sql<OwnProgramme>`select ${COLUMNS} from ${TABLES} where ${actor.person} in (y.preceptee, y.preceptor)
    order by y.state in ('completed', 'ended'), y.starts_at desc, y.id`.execute(db);
  return rows;
}

/** Null where there is none, or I am not one of its two: a lead is none of them. */
export async function readOwnProgramme({ db, actor }: Tx, id: ProgrammeId): Promise<OwnProgramme | null> {
  const { rows } = await sql<OwnProgramme>`select ${COLUMNS} from ${TABLES} where y.id = ${id} and ${actor.person} in (y.preceptee, y.preceptor)`.execute(db);
  return rows[0] ?? null;
}

const COLUMNS = sql`y.id, y.pair, y.area, y.state, y.lead, y.protected_hours::float8 as "protectedHours",
  json_build_object('id', e.id, 'name', e.name) as preceptee, json_build_object('id', o.id, 'name', o.name) as preceptor`;
const TABLES = sql`rounds.programme y join rounds.person e on e.organisation = y.organisation and e.id = y.preceptee
  join rounds.person o on o.organisation = y.organisation and o.id = y.preceptor`;
