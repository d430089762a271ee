import { sql } from 'kysely';
import type { GrandRoundCard } from '../model/team/grand-round.ts';
import type { CaseId, CohortId, GrandRoundId, PersonId } from '../model/team/ids.ts';
import type { Message } from '../model/team/thread.ts';
import type { Tx } from './connect-store.ts';

type ListedRound = Omit<GrandRoundCard, 'question'>;
type Row = Omit<ListedRound, 'createdAt' | 'openedAt' | 'closesAt' | 'revealedAt'> & {
  createdAt: Date;
  openedAt: Date | null;
  closesAt: Date | null;
  revealedAt: Date | null;
};

/** Of my cohorts and of my pairs, the latest first. */
export async function listGrandRounds({ db }: Tx): Promise<ListedRound[]> {
  const { rows } = await sql<Row>`select id, cohort, state, is_ours as "isOurs", offered_by_me as "offeredByMe", case_id as "case", i_answered as "iAnswered",
    created_at as "createdAt", opened_at as "openedAt", closes_at as "closesAt", revealed_at as "revealedAt" from rounds.list_grand_rounds()`.execute(db);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    revealedAt: row.revealedAt?.toISOString() ?? null,
  }));
}

export interface GrandBodies {
  /** The case whose key it is encrypted with: for the key alone, never to be shown. */
  readonly keyOf: CaseId;
  readonly content: Buffer;
  /** Null before the reveal, but for the pair that offers it. */
  readonly withheld: Buffer | null;
}

/** Null where there is none that I may see. */
export async function readGrandBodies({ db }: Tx, id: GrandRoundId): Promise<GrandBodies | null> {
  const { rows } = await sql<GrandBodies>`select key_of as "keyOf", content, withheld from rounds.read_grand_round(${id})`.execute(db);
  return rows[0] ?? null;
}

export interface NewGrandRound {
  readonly id: GrandRoundId;
  readonly cohort: CohortId;
  readonly case: CaseId;
  readonly content: Buffer;
  readonly withheld: Buffer;
  readonly at: string;
}

export async function offerGrandRound({ db }: Tx, given: NewGrandRound): Promise<void> {
  await sql`select rounds.offer_grand_round(${given.id}, ${given.cohort}, ${given.case}, ${given.content}, ${given.withheld}, ${given.at}::timestamptz)`.execute(
    db,
  );
}

/** False where it is not offered by the other of my pair. */
export async function agreeGrandRound({ db }: Tx, id: GrandRoundId, closesAt: string, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.agree_grand_round(${id}, ${closesAt}::timestamptz, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** False where it is not ours, or is revealed. */
export async function withdrawGrandRound({ db }: Tx, id: GrandRoundId): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.withdraw_grand_round(${id}) as done`.execute(db);
  return rows[0]?.done === true;
}

export async function answerGrandRound({ db }: Tx, id: GrandRoundId, sealed: { body: Buffer; commitment: Buffer }, at: string): Promise<void> {
  await sql`select rounds.answer_grand_round(${id}, ${sealed.body}, ${sealed.commitment}, ${at}::timestamptz)`.execute(db);
}

/** Whether it is over now: at its time, or where everybody answered and they are enough. */
export async function revealGrandRound({ db }: Tx, id: GrandRoundId, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.reveal_grand_round(${id}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** None before it is over, and only mine where too few answered; in an order that says nothing. */
export async function readGrandAnswers({ db }: Tx, id: GrandRoundId): Promise<{ isMine: boolean; body: Buffer; commitment: Buffer }[]> {
  const { rows } = await sql<{ isMine: boolean; body: Buffer; commitment: Buffer }>`
    select is_mine as "isMine", body, commitment from rounds.read_grand_answers(${id})`.execute(db);
  return rows;
}

export async function sayInGrandRound({ db }: Tx, id: GrandRoundId, body: string, at: string): Promise<void> {
  await sql`select rounds.say_in_grand_round(${id}, ${body}, ${at}::timestamptz)`.execute(db);
}

export async function listGrandMessages({ db }: Tx, id: GrandRoundId): Promise<Message[]> {
  const { rows } = await sql<
    Omit<Message, 'at'> & { at: Date }
  >`select n, author, body, at from rounds.grand_message where grand_round = ${id} order by n`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Everyone of a cohort I am in. */
export async function listCohortPeople({ db }: Tx, cohort: CohortId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`select list_cohort_people as person from rounds.list_cohort_people(${cohort})`.execute(db);
  return rows.map(({ person }) => person);
}

/** How people of my organisation are called, for taking their names out. */
export async function listPeopleNames({ db }: Tx): Promise<{ name: string; email: string }[]> {
  const { rows } = await sql<{ name: string; email: string }>`select name, email from rounds.person`.execute(db);
  return rows;
}

/** Cohorts I am one of a pair in. */
export async function listOwnCohorts({ db }: Tx): Promise<{ id: CohortId; name: string }[]> {
  const { rows } = await sql<{ id: CohortId; name: string }>`
    select id, name from rounds.cohort where ended_at is null and rounds.is_in_cohort(id) order by name, id`.execute(db);
  return rows;
}
