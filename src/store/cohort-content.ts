import { sql } from 'kysely';
import type { CohortId } from '../model/team/ids.ts';
import type { Person } from '../model/team/pair.ts';
import type { Tx } from './connect-store.ts';
import { isoText, personOf } from './sql-fragments.ts';

export interface ContentVersionRow {
  readonly version: number;
  readonly content: unknown;
  readonly by: Person;
  readonly at: string;
  /** The version it was brought back from, 0 for what comes with Rounds; null where it was written. */
  readonly fromVersion: number | null;
}

/** Its new version; null where somebody saved another meanwhile. */
export async function saveContent(
  { db }: Tx,
  id: CohortId,
  { content, onVersion, fromVersion, at }: { content: object; onVersion: number; fromVersion: number | null; at: string },
): Promise<number | null> {
  const { rows } = await sql<{ version: number | null }>`select rounds.save_cohort_content(${id}, ${JSON.stringify(content)}::jsonb, ${onVersion}::int,
    ${fromVersion}::int, ${at}::timestamptz) as version`.execute(db);
  return rows[0]?.version ?? null;
}

/** The latest first; none where I neither lead the cohort nor am of it. */
export async function listContentVersions({ db }: Tx, id: CohortId, most: number): Promise<ContentVersionRow[]> {
  const { rows } = await sql<ContentVersionRow>`select ${COLUMNS} from rounds.cohort_content v where v.cohort = ${id}
    order by v.version desc limit ${most}::int`.execute(db);
  return rows;
}

export async function findContentVersion({ db }: Tx, id: CohortId, version: number): Promise<ContentVersionRow | null> {
  const { rows } = await sql<ContentVersionRow>`select ${COLUMNS} from rounds.cohort_content v where v.cohort = ${id} and v.version = ${version}::int`.execute(
    db,
  );
  return rows[0] ?? null;
}

export interface OwnContentRow {
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly content: unknown;
  readonly version: number;
}

/** Of the cohort of my own year that runs: the one I am preceptee in before one in which I am preceptor. */
export async function findOwnContent({ db, actor }: Tx): Promise<OwnContentRow | null> {
  const { rows } = await sql<OwnContentRow>`select json_build_object('id', c.id, 'name', c.name) as cohort, c.content, c.content_version as version
    from rounds.programme y join rounds.cohort c on c.id = y.cohort
    where ${actor.person} in (y.preceptee, y.preceptor) and y.state in ('running', 'paused')
    order by y.preceptee = ${actor.person} desc, y.created_at desc, y.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** What a sign-off of this person is judged by, to them and to those they asked; null where they are in no year. */
export async function findSignOffContent({ db }: Tx, person: string): Promise<{ readonly content: unknown; readonly version: number } | null> {
  const { rows } = await sql<{ content: unknown; version: number }>`select content, version from rounds.read_sign_off_content(${person})`.execute(db);
  return rows[0] ?? null;
}

const COLUMNS = sql`v.version, v.content, ${personOf('v', 'saved_by')} as by, ${isoText('v.at')} as at, v.from_version as "fromVersion"`;
