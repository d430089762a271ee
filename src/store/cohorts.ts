import { sql } from 'kysely';
import type { Cohort } from '../model/team/cohort.ts';
import type { CohortId } from '../model/team/ids.ts';
import type { Tx } from './connect-store.ts';
import { LEAD_HAND_OVER } from './lead-hand-overs.ts';
import { isoText, personOf } from './sql-fragments.ts';

export interface CohortRow extends Cohort {
  /** What was changed of the content, as it was kept. */
  readonly content: unknown;
}

const COLUMNS = sql`c.id, c.name, ${personOf('c', 'lead')} as lead, rounds.may_lead(c.lead) as "hasLead", c.goal, c.goal_owner as "goalOwner", c.policy_url as "policyUrl",
  c.content, c.content_version as "contentVersion", ${isoText('c.created_at')} as "createdAt", ${isoText('c.ended_at')} as "endedAt",
  (select coalesce(json_agg(${LEAD_HAND_OVER} order by h.n desc), '[]') from rounds.lead_hand_over h where h.cohort = c.id) as "leadHandOvers"`;

/** All of the organisation, the newest first; those that ended last. */
export async function listCohorts({ db }: Tx): Promise<CohortRow[]> {
  const { rows } = await sql<CohortRow>`select ${COLUMNS} from rounds.cohort c order by c.ended_at is not null, c.created_at desc, c.id`.execute(db);
  return rows;
}

export async function findCohort({ db }: Tx, id: CohortId): Promise<CohortRow | null> {
  const { rows } = await sql<CohortRow>`select ${COLUMNS} from rounds.cohort c where c.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** With me as its lead. */
export async function makeCohort({ db, actor }: Tx, { id, name, at }: { id: CohortId; name: string; at: string }): Promise<void> {
  await sql`select rounds.make_cohort(${id}, ${name}, ${actor.person}, ${at}::timestamptz)`.execute(db);
}

/** False where it is not mine to change, or has ended. */
export async function updateCohort({ db }: Tx, id: CohortId, to: Pick<Cohort, 'name' | 'goal' | 'goalOwner' | 'policyUrl'>): Promise<boolean> {
  const { rows } = await sql`update rounds.cohort set name = ${to.name}, goal = ${to.goal}, goal_owner = ${to.goalOwner}, policy_url = ${to.policyUrl}
    where id = ${id} and lead = rounds.me() and ended_at is null returning 1`.execute(db);
  return rows.length === 1;
}

export async function endCohort({ db }: Tx, id: CohortId, at: string): Promise<boolean> {
  const { rows } =
    await sql`update rounds.cohort set ended_at = ${at}::timestamptz where id = ${id} and lead = rounds.me() and ended_at is null returning 1`.execute(db);
  return rows.length === 1;
}

/** Everybody of its programmes that I see, and its lead. */
export async function listWhoFollows({ db }: Tx, id: CohortId): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`
    select lead as person from rounds.cohort where id = ${id}
    union select unnest(array[preceptee, preceptor]) from rounds.programme where cohort = ${id} and state <> 'ended'`.execute(db);
  return rows.map(({ person }) => person);
}
