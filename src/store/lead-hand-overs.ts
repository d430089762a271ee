import { sql } from 'kysely';
import type { CohortId, PersonId } from '../model/team/ids.ts';
import type { LeadHandOver } from '../model/team/cohort.ts';
import type { Tx } from './connect-store.ts';
import { isoText, personOf } from './sql-fragments.ts';

/** Of `h`. */
export const LEAD_HAND_OVER = sql<LeadHandOver>`json_build_object('n', h.n, 'from', ${personOf('h', 'from_person')}, 'to', ${personOf('h', 'to_person')},
  'proposedBy', ${personOf('h', 'proposed_by')}, 'proposedAt', ${isoText('h.proposed_at')}, 'doneAt', ${isoText('h.done_at')},
  'state', case when h.done_at is not null then 'done' when h.withdrawn_at is not null then 'withdrawn' else 'proposed' end)`;

/** Withdraws one that is open; returns its number. */
export async function proposeLead({ db }: Tx, cohort: CohortId, to: PersonId, at: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select rounds.propose_lead(${cohort}, ${to}, ${at}::timestamptz) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** As who is asked: the cohort and its years are mine from then on. False where it is settled. */
export async function acceptLead({ db }: Tx, cohort: CohortId, n: number, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.accept_lead(${cohort}, ${n}::int, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** False where none of mine is open. */
export async function withdrawLead({ db }: Tx, cohort: CohortId, n: number, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.withdraw_lead(${cohort}, ${n}::int, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** Whether they may lead a cohort here: a lead or owner who did not leave. */
export async function mayLead({ db }: Tx, person: PersonId): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select rounds.may_lead(${person}) as may`.execute(db);
  return rows[0]?.may === true;
}
