import { sql } from 'kysely';
import type { ActivityId } from '../model/activity-names.ts';
import type { Level } from '../model/entrustment-levels.ts';
import type { BeliefsFrom, SignOffEntry, SignOffEvidence, SignOffRecord } from '../model/sign-off.ts';
import type { CaseId, PersonId, RatingId, SignOffId } from '../model/team/ids.ts';
import type { OpenMisconception } from '../programme/sign-off/list-refusals.ts';
import type { Tx } from './connect-store.ts';

export interface StoredSignOff {
  readonly id: SignOffId;
  readonly person: PersonId;
  readonly activity: ActivityId;
  readonly level: Level;
  readonly signer: PersonId;
  readonly evidence: readonly SignOffEvidence[];
  readonly shownBeliefs: readonly OpenMisconception[];
  readonly beliefsFrom: BeliefsFrom;
  readonly state: 'open' | 'granted' | 'declined' | 'withdrawn';
  readonly at: string;
  readonly decidedAt: string | null;
  readonly declinedWhy: string | null;
  /** Once granted, and once taken back. */
  readonly granted: Extract<SignOffEntry, { type: 'granted' }> | null;
  readonly reversed: Extract<SignOffEntry, { type: 'reversed' }> | null;
}

type Row = Omit<StoredSignOff, 'at' | 'decidedAt'> & { at: Date; decidedAt: Date | null };

const entryOf = (type: string) => sql`(select r.entry from rounds.sign_off_record r where r.request = q.id and r.entry ->> 'type' = ${type} limit 1)`;

const COLUMNS = sql`q.id, q.person, q.activity, q.level, q.signer, q.evidence, q.shown_beliefs as "shownBeliefs", q.beliefs_from as "beliefsFrom", q.state, q.at, q.decided_at as "decidedAt",
  q.declined_why as "declinedWhy", ${entryOf('granted')} as granted, ${entryOf('reversed')} as reversed`;

const toSignOff = (row: Row): StoredSignOff => ({ ...row, at: row.at.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null });

/** Mine, and those addressed to me, the latest first. */
export async function listSignOffs({ db }: Tx): Promise<StoredSignOff[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.sign_off_request q order by q.at desc, q.id`.execute(db);
  return rows.map(toSignOff);
}

/** Null where there is none of mine or for me. */
export async function readSignOff({ db }: Tx, id: SignOffId): Promise<StoredSignOff | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.sign_off_request q where q.id = ${id}`.execute(db);
  return rows[0] ? toSignOff(rows[0]) : null;
}

export interface NewSignOff {
  readonly id: SignOffId;
  readonly activity: ActivityId;
  readonly level: Level;
  readonly signer: PersonId;
  readonly ratings: readonly RatingId[];
  readonly shownBeliefs: readonly OpenMisconception[];
  readonly beliefsFrom: BeliefsFrom;
  readonly at: string;
}

/** Asks, as me. The evidence is made of the ratings as they lie in the store. */
export async function requestSignOff({ db }: Tx, given: NewSignOff): Promise<void> {
  await sql`select rounds.request_sign_off(${given.id}, ${given.activity}, ${given.level}, ${given.signer}, ${[...given.ratings]}::text[],
    ${JSON.stringify(given.shownBeliefs)}::jsonb, ${given.at}::timestamptz, ${given.beliefsFrom})`.execute(db);
}

const isDone = (rows: readonly { done: boolean }[]): boolean => rows[0]?.done === true;

/** False where it is not mine, or decided. */
export async function withdrawSignOff({ db }: Tx, id: SignOffId, at: string): Promise<boolean> {
  return isDone((await sql<{ done: boolean }>`select rounds.withdraw_sign_off(${id}, ${at}::timestamptz) as done`.execute(db)).rows);
}

/** False where it is not addressed to me, or decided. */
export async function declineSignOff({ db }: Tx, id: SignOffId, { why, at }: { why: string; at: string }): Promise<boolean> {
  return isDone((await sql<{ done: boolean }>`select rounds.decline_sign_off(${id}, ${why}, ${at}::timestamptz) as done`.execute(db)).rows);
}

export interface StoredDissent {
  readonly by: PersonId;
  /** Null while they said nothing. */
  readonly words: string | null;
  readonly answer: string | null;
}

/** Everybody who was asked. */
export async function listDissents({ db }: Tx, id: SignOffId): Promise<StoredDissent[]> {
  const { rows } = await sql<StoredDissent>`
    select by_person as by, words, answer from rounds.sign_off_dissent where request = ${id} order by by_person`.execute(db);
  return rows;
}

export interface StoredQuestion {
  readonly request: SignOffId;
  readonly person: PersonId;
  readonly activity: ActivityId;
  readonly level: Level;
  readonly words: string | null;
  readonly answer: string | null;
}

/** Open requests about which I am asked whether I disagree. */
export async function listDissentAsked({ db }: Tx): Promise<StoredQuestion[]> {
  const { rows } = await sql<StoredQuestion>`
    select request, person, activity, level, words, answer from rounds.list_dissent_asked() order by asked_at, request`.execute(db);
  return rows;
}

/** False where I was not asked, or it is decided. */
export async function sayDissent({ db }: Tx, id: SignOffId, { words, at }: { words: string; at: string }): Promise<boolean> {
  return isDone((await sql<{ done: boolean }>`select rounds.say_dissent(${id}, ${words}, ${at}::timestamptz) as done`.execute(db)).rows);
}

/** False where it is not mine to sign, or they said nothing. */
export async function answerDissent({ db }: Tx, id: SignOffId, { by, answer, at }: { by: PersonId; answer: string; at: string }): Promise<boolean> {
  return isDone((await sql<{ done: boolean }>`select rounds.answer_dissent(${id}, ${by}, ${answer}, ${at}::timestamptz) as done`.execute(db)).rows);
}

/** Everybody a change of it concerns: whose it is, who signs, and who was asked. */
export async function listConcernedBySignOff({ db }: Tx, id: SignOffId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`select person from rounds.concerned_by_sign_off(${id}) as person`.execute(db);
  return rows.map(({ person }) => person);
}

interface HashRow {
  readonly case_id: CaseId;
  readonly hash: string;
}
const toHashes = (rows: readonly HashRow[]): ReadonlyMap<string, string> => new Map(rows.map((row) => [row.case_id, row.hash]));

/** What the cases of a request hash to now; those forgotten are not in it. */
export async function readEvidenceHashes({ db }: Tx, id: SignOffId): Promise<ReadonlyMap<string, string>> {
  return toHashes((await sql<HashRow>`select case_id, hash from rounds.read_evidence_hashes(${id})`.execute(db)).rows);
}

/** The same of all cases I was rated in. */
export async function readOwnEvidenceHashes({ db }: Tx): Promise<ReadonlyMap<string, string>> {
  return toHashes((await sql<HashRow>`select case_id, hash from rounds.read_own_evidence_hashes()`.execute(db)).rows);
}

/** Who teaches, or taught, this person from day to day. */
export async function listDailyPreceptors({ db }: Tx, person: PersonId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`select distinct person from rounds.daily_preceptors(${person}) as person`.execute(db);
  return rows.map((row) => row.person);
}

/** What the person's programme changed of the rules, as it lies there. */
export async function readSignOffRules({ db }: Tx, person: PersonId): Promise<unknown> {
  const { rows } = await sql<{ rules: unknown }>`select rounds.sign_off_rules(${person}) as rules`.execute(db);
  return rows[0]?.rules ?? {};
}

export type NumberedRecord = SignOffRecord & { readonly n: number };

/** The whole record of the person of this request, to who decides it. */
export async function readChainOf({ db }: Tx, id: SignOffId): Promise<NumberedRecord[]> {
  const { rows } = await sql<NumberedRecord>`select n, entry, hash from rounds.read_sign_off_chain(${id})`.execute(db);
  return rows;
}

/** My own. */
export async function readOwnChain({ db, actor }: Tx): Promise<NumberedRecord[]> {
  const { rows } = await sql<NumberedRecord>`select n, entry, hash from rounds.sign_off_record where person = ${actor.person} order by n`.execute(db);
  return rows;
}

/** Of the activities this person shows me. Not a chain: entries of other activities are not in it. */
export async function readShownRecord({ db }: Tx, person: PersonId): Promise<NumberedRecord[]> {
  const { rows } = await sql<NumberedRecord>`select n, entry, hash from rounds.read_shown_record(${person})`.execute(db);
  return rows;
}

/** Adds the last of `records` to what was read as the ones before it. The database reckons all of it again. */
export async function appendSignOff({ db }: Tx, request: SignOffId, records: readonly SignOffRecord[]): Promise<void> {
  const last = records.at(-1);
  if (!last) throw new Error('there is nothing to append');
  await sql`select rounds.append_sign_off(${request}, ${JSON.stringify(last.entry)}::jsonb, ${records.at(-2)?.hash ?? ''}, ${last.hash},
    ${last.entry.at}::timestamptz)`.execute(db);
}

/** The latest time anything of this organisation was recorded; null where nothing was. A clock that says less is behind. */
export async function readLatestRecorded({ db }: Tx): Promise<string | null> {
  const { rows } = await sql<{ at: Date | null }>`select rounds.latest_recorded() as at`.execute(db);
  return rows[0]?.at?.toISOString() ?? null;
}
