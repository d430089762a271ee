import { sql } from 'kysely';
import type { Debrief, DebriefDraft } from '../model/debrief.ts';
import type { RoundId, RoundState } from '../model/round.ts';
import type { CaseId, PersonId } from '../model/team/ids.ts';
import type { CaseKind } from '../model/team/team-round.ts';
import type { Tx } from './connect-store.ts';

export interface StoredRound {
  readonly id: RoundId;
  readonly case: CaseId;
  readonly state: RoundState;
  readonly calledBy: PersonId;
  readonly createdAt: string;
  readonly revealedAt: string | null;
  readonly closedAt: string | null;
  readonly debriefDraft: DebriefDraft;
  readonly debriefVersion: number;
  readonly participants: readonly { readonly person: PersonId; readonly name: string; readonly answered: boolean; readonly knewOutcome: boolean }[];
}

/** One sealed body as it lies in the store. */
export interface StoredAnswer {
  readonly person: PersonId;
  readonly ordinal: number;
  readonly body: Buffer;
  readonly commitment: Buffer;
  readonly chain: Buffer;
  readonly at: string;
}

const PARTICIPANTS = sql`(select json_agg(json_build_object('person', p.person, 'name', who.name, 'answered', p.answered, 'knewOutcome', p.knew_outcome) order by p.place)
  from rounds.round_participant p join rounds.person who on who.organisation = p.organisation and who.id = p.person where p.round = r.id)`;

export const ROUND_COLUMNS = sql`r.id, r.case_id as "case", r.state, r.called_by as "calledBy", r.created_at as "createdAt", r.revealed_at as "revealedAt",
  r.closed_at as "closedAt", r.debrief_draft as "debriefDraft", r.debrief_version as "debriefVersion", ${PARTICIPANTS} as participants`;

export type RoundRow = Omit<StoredRound, 'createdAt' | 'revealedAt' | 'closedAt'> & { createdAt: Date; revealedAt: Date | null; closedAt: Date | null };

export const toRound = (row: RoundRow): StoredRound => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  revealedAt: row.revealedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
});

/** Null where there is none, or I do not take part. */
export async function readRound({ db }: Tx, id: RoundId): Promise<StoredRound | null> {
  const { rows } = await sql<RoundRow>`select ${ROUND_COLUMNS} from rounds.round r where r.id = ${id}`.execute(db);
  return rows[0] ? toRound(rows[0]) : null;
}

/** Rounds I take part in, the latest first. `before` continues a list that was longer. */
export async function listRounds({ db }: Tx, { limit, before }: { limit: number; before?: string }): Promise<(StoredRound & { kind: CaseKind })[]> {
  const { rows } = await sql<RoundRow & { kind: CaseKind }>`
    select ${ROUND_COLUMNS}, c.kind from rounds.round r join rounds.shared_case c on c.id = r.case_id
    where ${before ?? null}::timestamptz is null or r.created_at < ${before ?? null}::timestamptz
    order by r.created_at desc, r.id limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...toRound(row), kind: row.kind }));
}

/** Mine of this case, the latest first. */
export async function listRoundsOfCase({ db }: Tx, id: CaseId): Promise<{ id: RoundId; state: RoundState }[]> {
  const { rows } = await sql<{ id: RoundId; state: RoundState }>`select id, state from rounds.round where case_id = ${id} order by created_at desc`.execute(db);
  return rows;
}

export async function callRound({ db }: Tx, round: { id: RoundId; case: CaseId; people: readonly PersonId[]; at: string }): Promise<void> {
  await sql`select rounds.call_round(${round.id}, ${round.case}, ${[...round.people]}::text[], ${round.at}::timestamptz)`.execute(db);
}

/** Seals my answer for good, and opens the round to all if it was the last. Returns whether it did, and who has answered by then. */
export async function answerRound(
  { db }: Tx,
  answer: { round: RoundId; body: Buffer; commitment: Buffer; at: string },
): Promise<{ revealed: boolean; answered: PersonId[] }> {
  const { rows } = await sql<{ revealed: boolean; answered: PersonId[] }>`
    select revealed, answered from rounds.take_answer(${answer.round}, ${answer.body}, ${answer.commitment}, ${answer.at}::timestamptz)`.execute(db);
  return onlyRow(rows);
}

/** In the order they were sealed; none of a round that is not revealed. */
export async function readAnswers({ db }: Tx, id: RoundId): Promise<StoredAnswer[]> {
  const { rows } = await sql<Omit<StoredAnswer, 'at'> & { at: Date }>`select * from rounds.read_answers(${id})`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Moves the round as its transitions allow. A `debrief` closes it, and only that. Returns where it went. */
export async function moveRound({ db }: Tx, move: { round: RoundId; action: string; debrief?: Debrief; at: string }): Promise<RoundState> {
  const body = move.debrief ? JSON.stringify(move.debrief) : null;
  const { rows } = await sql<{ state: RoundState }>`
    select rounds.move_round(${move.round}, ${move.action}, ${body}::jsonb, ${move.at}::timestamptz) as state`.execute(db);
  return onlyRow(rows).state;
}

/** The new version; null where somebody saved since `onVersion`. */
export async function saveDebriefDraft({ db }: Tx, id: RoundId, draft: DebriefDraft, onVersion: number): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`select rounds.save_debrief(${id}, ${JSON.stringify(draft)}::jsonb, ${onVersion}) as version`.execute(
    db,
  );
  return rows[0]?.version ?? null;
}

function onlyRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a function of the store returned nothing');
  return row;
}
