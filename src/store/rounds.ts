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

export interface LogEntry {
  readonly person: PersonId;
  readonly action: string;
  readonly from: RoundState;
  readonly to: RoundState;
  readonly at: string;
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

const COLUMNS = sql`r.id, r.case_id as "case", r.state, r.called_by as "calledBy", r.created_at as "createdAt", r.revealed_at as "revealedAt",
  r.closed_at as "closedAt", r.debrief_draft as "debriefDraft", r.debrief_version as "debriefVersion", ${PARTICIPANTS} as participants`;

type Row = Omit<StoredRound, 'createdAt' | 'revealedAt' | 'closedAt'> & { createdAt: Date; revealedAt: Date | null; closedAt: Date | null };

const toRound = (row: Row): StoredRound => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  revealedAt: row.revealedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
});

/** Null where there is none, or I do not take part. */
export async function readRound({ db }: Tx, id: RoundId): Promise<StoredRound | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.round r where r.id = ${id}`.execute(db);
  return rows[0] ? toRound(rows[0]) : null;
}

/** Rounds I take part in, the latest first. `before` continues a list that was longer. */
export async function listRounds({ db }: Tx, { limit, before }: { limit: number; before?: string }): Promise<(StoredRound & { kind: CaseKind })[]> {
  const { rows } = await sql<Row & { kind: CaseKind }>`
    select ${COLUMNS}, c.kind from rounds.round r join rounds.shared_case c on c.id = r.case_id
    where ${before ?? null}::timestamptz is null or r.created_at < ${before ?? null}::timestamptz
    order by r.created_at desc, r.id limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...toRound(row), kind: row.kind }));
}

/** Mine of this case, the latest first. */
export async function listRoundsOfCase({ db }: Tx, id: CaseId): Promise<{ id: RoundId; state: RoundState }[]> {
  const { rows } = await sql<{ id: RoundId; state: RoundState }>`select id, state from rounds.round where case_id = ${id} order by created_at desc`.execute(db);
  return rows;
}

export async function readLog({ db }: Tx, id: RoundId): Promise<LogEntry[]> {
  const { rows } = await sql<Omit<LogEntry, 'at'> & { at: Date }>`
    select person, action, from_state as "from", to_state as "to", at from rounds.round_log where round = ${id} order by n`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function readDebriefs({ db }: Tx, id: RoundId): Promise<{ debrief: Debrief; closedBy: PersonId; at: string }[]> {
  const { rows } = await sql<{ debrief: Debrief; closedBy: PersonId; at: Date }>`
    select body as debrief, closed_by as "closedBy", at from rounds.debrief where round = ${id} order by n`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function callRound({ db }: Tx, round: { id: RoundId; case: CaseId; people: readonly PersonId[]; at: string }): Promise<void> {
  await sql`select rounds.call_round(${round.id}, ${round.case}, ${[...round.people]}::text[], ${round.at}::timestamptz)`.execute(db);
}

/** Seals my answer for good. Returns which answer it was and how many are still missing. */
export async function answerRound(
  { db }: Tx,
  answer: { round: RoundId; body: Buffer; commitment: Buffer; at: string },
): Promise<{ ordinal: number; waiting: number }> {
  const { rows } = await sql<{ ordinal: number; waiting: number }>`
    select ordinal, waiting from rounds.answer_round(${answer.round}, ${answer.body}, ${answer.commitment}, ${answer.at}::timestamptz)`.execute(db);
  return onlyRow(rows);
}

/** False while someone has not answered. */
export async function revealRound({ db }: Tx, id: RoundId, at: string): Promise<boolean> {
  const { rows } = await sql<{ revealed: boolean }>`select rounds.reveal_round(${id}, ${at}::timestamptz) as revealed`.execute(db);
  return rows[0]?.revealed === true;
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
