import { sql } from 'kysely';
import type { RoundId } from '../model/round.ts';
import type { CaseId, PersonId, ProbeId } from '../model/team/ids.ts';
import type { ProbeState, ProbeTarget } from '../model/team/probe.ts';
import type { Tx } from './connect-store.ts';

/** A probe as it lies in the store: code and result are encrypted with the key of its case. */
export interface StoredProbe {
  readonly id: ProbeId;
  readonly round: RoundId;
  readonly case: CaseId;
  readonly author: PersonId;
  readonly owner: PersonId;
  readonly target: ProbeTarget;
  readonly body: Buffer;
  readonly sha256: string;
  readonly state: ProbeState;
  readonly result: Buffer | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

const COLUMNS = sql`p.id, p.round, p.case_id as "case", p.author, c.owner, p.target, p.body, p.sha256, p.state, p.result,
  p.created_at as "createdAt", p.started_at as "startedAt", p.ended_at as "endedAt"`;
const FROM = sql`rounds.probe p join rounds.shared_case c on c.id = p.case_id`;

type Row = Omit<StoredProbe, 'createdAt' | 'startedAt' | 'endedAt'> & { createdAt: Date; startedAt: Date | null; endedAt: Date | null };

const toProbe = (row: Row): StoredProbe => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});

/** Null where there is none that I may see. */
export async function readProbe({ db }: Tx, id: ProbeId): Promise<StoredProbe | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${FROM} where p.id = ${id}`.execute(db);
  return rows[0] ? toProbe(rows[0]) : null;
}

/** In the order they were written. */
export async function listProbes({ db }: Tx, round: RoundId, limit: number): Promise<StoredProbe[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${FROM} where p.round = ${round} order by p.created_at, p.id limit ${limit}`.execute(db);
  return rows.map(toProbe);
}

/** Probes of my cases that nobody pressed Run for yet, the oldest first. */
export async function listWaitingProbes({ db, actor }: Tx, limit: number): Promise<StoredProbe[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from ${FROM}
    where c.owner = ${actor.person} and p.state = 'pending' order by p.created_at, p.id limit ${limit}`.execute(db);
  return rows.map(toProbe);
}

export interface NewProbe {
  readonly id: ProbeId;
  readonly round: RoundId;
  readonly case: CaseId;
  readonly target: ProbeTarget;
  readonly body: Buffer;
  readonly sha256: string;
  readonly at: string;
}

export async function insertProbe({ db, actor }: Tx, { id, round, case: caseId, target, body, sha256, at }: NewProbe): Promise<void> {
  await sql`insert into rounds.probe (id, organisation, round, case_id, author, target, body, sha256, created_at)
    values (${id}, ${actor.organisation}, ${round}, ${caseId}, ${actor.person}, ${target}, ${body}, ${sha256}, ${at}::timestamptz)`.execute(db);
}

/** False where it is not mine to run, or not pending any more. */
export async function startProbe({ db, actor }: Tx, id: ProbeId, at: string): Promise<boolean> {
  const { rows } = await sql`update rounds.probe set state = 'running', started_at = ${at}::timestamptz
    where id = ${id} and state = 'pending' and exists (select from rounds.shared_case c where c.id = case_id and c.owner = ${actor.person}) returning 1`.execute(
    db,
  );
  return rows.length === 1;
}

/** False where it is not running. */
export async function endProbe({ db }: Tx, id: ProbeId, result: Buffer, at: string): Promise<boolean> {
  const { rows } = await sql`update rounds.probe set state = 'ended', result = ${result}, ended_at = ${at}::timestamptz
    where id = ${id} and state = 'running' returning 1`.execute(db);
  return rows.length === 1;
}

/** Those of my rounds that began before this instant and never ended wait again. Returns which. */
export async function returnLostProbes({ db }: Tx, startedBefore: string): Promise<Pick<StoredProbe, 'id' | 'round'>[]> {
  const { rows } = await sql<Pick<StoredProbe, 'id' | 'round'>>`select id, round from rounds.return_lost_probes(${startedBefore}::timestamptz)`.execute(db);
  return rows;
}

/** Before it began: its author takes it back, or the owner of the case will not run it. False where it began already. */
export async function dropProbe({ db }: Tx, id: ProbeId, state: 'cancelled' | 'declined', at: string): Promise<boolean> {
  const { rows } = await sql`update rounds.probe set state = ${state}, ended_at = ${at}::timestamptz
    where id = ${id} and state = 'pending' returning 1`.execute(db);
  return rows.length === 1;
}

export interface StoredOutput {
  readonly n: number;
  readonly body: Buffer;
}

/** Pieces from `from` on, in their order. */
export async function listOutput({ db }: Tx, id: ProbeId, from: number, limit: number): Promise<StoredOutput[]> {
  const { rows } = await sql<StoredOutput>`select n, body from rounds.probe_output where probe = ${id} and n >= ${from} order by n limit ${limit}`.execute(db);
  return rows;
}

/** Bytes that are kept of its output, as they lie in the store. */
export async function sizeOutput({ db }: Tx, id: ProbeId): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select coalesce(sum(octet_length(body)), 0) as bytes from rounds.probe_output where probe = ${id}`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

/** The same piece sent again is kept once. False then. */
export async function insertOutput({ db, actor }: Tx, id: ProbeId, { n, body }: StoredOutput): Promise<boolean> {
  const { rows } = await sql`insert into rounds.probe_output (probe, n, organisation, body) values (${id}, ${n}, ${actor.organisation}, ${body})
    on conflict do nothing returning 1`.execute(db);
  return rows.length === 1;
}

/** Who takes part in its round, and who owns the case: the owner need not take part. */
export async function listConcernedByProbe({ db }: Tx, id: ProbeId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`select person from rounds.concerned_by_probe(${id}) as concerned(person)`.execute(db);
  return rows.map(({ person }) => person);
}
