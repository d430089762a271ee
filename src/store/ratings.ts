import { sql } from 'kysely';
import type { HeldRating, TeamRating } from '../model/api/team/ratings.ts';
import type { ActivityId } from '../model/activity-names.ts';
import type { Level } from '../model/entrustment-levels.ts';
import type { RoundId } from '../model/round.ts';
import type { PersonId, RatingId } from '../model/team/ids.ts';
import type { Tx } from './connect-store.ts';

/** With what the case hashed to when it was rated. */
export type StoredRating = TeamRating & { readonly caseHash: string };

const COLUMNS = sql`id, activity, person, rater, view, level, round, case_id as "case", context, agent_error_caught as "agentErrorCaught", note,
  case_hash as "caseHash", at`;

type Row = Omit<StoredRating, 'at'> & { at: Date };
const toRating = (row: Row): StoredRating => ({ ...row, at: row.at.toISOString() });

/** Of one round, those I gave, and what I may read beside them. */
export async function listRatingsOfRound({ db }: Tx, round: RoundId): Promise<StoredRating[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.rating where round = ${round} order by at, person, view desc, id`.execute(db);
  return rows.map(toRating);
}

/** By me, about me where I said mine or looked, and what who I rated said of themselves; the latest first. */
export async function listRatings({ db }: Tx): Promise<StoredRating[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.rating order by at desc, id`.execute(db);
  return rows.map(toRating);
}

export interface NewRating {
  readonly id: RatingId;
  readonly person: PersonId;
  readonly activity: ActivityId;
  readonly view: TeamRating['view'];
  readonly level: Level;
  readonly round: RoundId;
  readonly context: string;
  readonly agentErrorCaught: boolean;
  readonly note: string;
  readonly at: string;
}

/** As me, of somebody who took part in the same revealed round. */
export async function insertRating({ db }: Tx, given: NewRating): Promise<void> {
  await sql`select rounds.rate(${given.id}, ${given.person}, ${given.activity}, ${given.view}, ${given.level}, ${given.round}, ${given.context},
    ${given.agentErrorCaught}, ${given.note}, ${given.at}::timestamptz)`.execute(db);
}

/** What others said and I may not read yet: of me, or of themselves where I rated nothing. Of all my rounds where none is named. */
export async function listHeldRatings({ db }: Tx, round: RoundId | null): Promise<(HeldRating & { readonly round: RoundId })[]> {
  const { rows } = await sql<HeldRating & { round: RoundId }>`select round, person, rater, activity, view from rounds.list_held_ratings(${round})`.execute(db);
  return rows;
}

/** Opens what was said of me in one activity of a round, without saying mine, for good. False where nobody said anything. */
export async function lookAtRatings({ db }: Tx, { round, activity, at }: { round: RoundId; activity: ActivityId; at: string }): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.look_at_ratings(${round}, ${activity}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** Whether I looked at what was said of me in it without saying mine. */
export async function hasLooked({ db }: Tx, round: RoundId, activity: ActivityId): Promise<boolean> {
  const { rows } = await sql<{ looked: boolean }>`select rounds.has_looked(${round}, ${activity}) as looked`.execute(db);
  return rows[0]?.looked === true;
}
