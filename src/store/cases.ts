import { sql } from 'kysely';
import type { CaseId, PairId, PersonId } from '../model/team/ids.ts';
import type { CaseKind } from '../model/team/team-round.ts';
import type { Tx } from './connect-store.ts';

/** A case as it lies in the store: what people shared is encrypted with a key that does not. */
export interface StoredCase {
  readonly id: CaseId;
  readonly pair: PairId;
  readonly owner: PersonId;
  readonly kind: CaseKind;
  readonly content: Buffer;
  readonly treeHash: string | null;
  readonly hasTree: boolean;
  readonly createdAt: string;
  readonly publishedAt: string | null;
  readonly forgottenAt: string | null;
}

export type WithheldPart = 'outcome' | 'fix';

const COLUMNS = sql`c.id, c.pair, c.owner, c.kind, c.content, c.tree_hash as "treeHash", c.created_at as "createdAt", c.published_at as "publishedAt",
  c.forgotten_at as "forgottenAt", exists (select from rounds.case_tree t where t.case_id = c.id) as "hasTree"`;

type Row = Omit<StoredCase, 'createdAt' | 'publishedAt' | 'forgottenAt'> & { createdAt: Date; publishedAt: Date | null; forgottenAt: Date | null };

const toCase = (row: Row): StoredCase => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  publishedAt: row.publishedAt?.toISOString() ?? null,
  forgottenAt: row.forgottenAt?.toISOString() ?? null,
});

/** Null where there is none that I may see. */
export async function readCase({ db }: Tx, id: CaseId): Promise<StoredCase | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.shared_case c where c.id = ${id}`.execute(db);
  return rows[0] ? toCase(rows[0]) : null;
}

/** Cases I may see, the latest first, without those forgotten. */
export async function listCases({ db }: Tx, limit: number): Promise<StoredCase[]> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} from rounds.shared_case c where c.forgotten_at is null order by c.created_at desc, c.id limit ${limit}`.execute(db);
  return rows.map(toCase);
}

/** Those of them that open to me. */
export async function listOpenCases({ db }: Tx, ids: readonly CaseId[]): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`select id from rounds.shared_case where id = any (${[...new Set(ids)]}::text[]) and forgotten_at is null`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** My case made of exactly these bytes, if I sent them before. */
export async function findCaseByDigest({ db, actor }: Tx, digest: string): Promise<CaseId | null> {
  const { rows } = await sql<{ id: CaseId }>`select id from rounds.shared_case where owner = ${actor.person} and digest = ${digest}`.execute(db);
  return rows[0]?.id ?? null;
}

export interface NewCase {
  readonly id: CaseId;
  readonly pair: PairId;
  readonly kind: CaseKind;
  readonly digest: string;
  readonly content: Buffer;
  readonly treeHash: string | null;
  readonly tree: Buffer | null;
  readonly withheld: Readonly<Partial<Record<WithheldPart, Buffer>>>;
  readonly at: string;
}

export async function insertCase({ db, actor }: Tx, given: NewCase): Promise<void> {
  await sql`insert into rounds.shared_case (id, organisation, pair, owner, kind, digest, content, tree_hash, created_at)
    values (${given.id}, ${actor.organisation}, ${given.pair}, ${actor.person}, ${given.kind}, ${given.digest}, ${given.content}, ${given.treeHash}, ${given.at}::timestamptz)`.execute(
    db,
  );
  if (given.tree)
    await sql`insert into rounds.case_tree (case_id, organisation, archive) values (${given.id}, ${actor.organisation}, ${given.tree})`.execute(db);
  for (const [part, body] of Object.entries(given.withheld)) {
    await sql`insert into rounds.case_withheld (case_id, part, organisation, body) values (${given.id}, ${part}, ${actor.organisation}, ${body})`.execute(db);
  }
}

export async function readTree({ db }: Tx, id: CaseId): Promise<Buffer | null> {
  const { rows } = await sql<{ archive: Buffer }>`select archive from rounds.case_tree where case_id = ${id}`.execute(db);
  return rows[0]?.archive ?? null;
}

/** What happened next, or the tree that mended it: to its owner, and to who took part in a revealed round of the case. */
export async function readWithheld({ db }: Tx, id: CaseId, part: WithheldPart): Promise<Buffer | null> {
  const { rows } = await sql<{ body: Buffer | null }>`select rounds.read_withheld(${id}, ${part}) as body`.execute(db);
  return rows[0]?.body ?? null;
}

/** Whether there is something to read, without moving it: a tree may be megabytes. */
export async function hasWithheld({ db }: Tx, id: CaseId, part: WithheldPart): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select rounds.read_withheld(${id}, ${part}) is not null as has`.execute(db);
  return rows[0]?.has === true;
}

/** False where it is not mine. */
export async function publishCase({ db }: Tx, id: CaseId, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.publish_case(${id}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** Empties the case in the store; its key must be destroyed after. False where it is not mine. */
export async function forgetCase({ db }: Tx, id: CaseId, at: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.forget_case(${id}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}

/** Everyone a change of this case concerns: its owner, its pair, and who takes part in its rounds. */
export async function listConcerned({ db }: Tx, id: CaseId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    select owner as person from rounds.shared_case where id = ${id}
    union select m.person from rounds.pair_member m join rounds.shared_case c on c.pair = m.pair where c.id = ${id} and m.left_at is null
    union select p.person from rounds.round_participant p join rounds.round r on r.id = p.round where r.case_id = ${id}`.execute(db);
  return rows.map(({ person }) => person);
}
