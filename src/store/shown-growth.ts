import { sql } from 'kysely';
import type { ShownBody, ShownGrowth } from '../model/api/team/shown-growth.ts';
import type { PersonId, ShownId } from '../model/team/ids.ts';
import type { Tx } from './connect-store.ts';

interface Row {
  readonly id: ShownId;
  readonly person: PersonId;
  readonly personName: string;
  readonly reader: PersonId;
  readonly readerName: string;
  readonly shown: ShownBody;
  readonly at: Date;
  readonly why: string | null;
  readonly contestedAt: Date | null;
}

const nameOf = (column: string) => sql`(select p.name from rounds.person p where p.organisation = s.organisation and p.id = s.${sql.ref(column)})`;

const COLUMNS = sql`id, person, ${nameOf('person')} as "personName", reader, ${nameOf('reader')} as "readerName", jsonb_build_object('kind', kind, 'subject', subject, 'body', body) as shown, at, contested_why as why, contested_at as "contestedAt"`;

const toShown = ({ why, contestedAt, at, ...row }: Row): ShownGrowth => ({
  ...row,
  at: at.toISOString(),
  contested: why !== null && contestedAt !== null ? { why, at: contestedAt.toISOString() } : null,
});

/** What I show and what is shown to me, the latest first. */
export async function listShown({ db }: Tx): Promise<ShownGrowth[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.shown_growth s order by at desc, id`.execute(db);
  return rows.map(toShown);
}

/** Null where there is none of mine or for me. */
export async function readShown({ db }: Tx, id: ShownId): Promise<ShownGrowth | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.shown_growth s where id = ${id}`.execute(db);
  return rows[0] ? toShown(rows[0]) : null;
}

/** Shows it as it is now; what was shown of it before, and a contest of that, is gone. */
export async function replaceShown(
  { db, actor }: Tx,
  { id, reader, shown, at }: { id: ShownId; reader: PersonId; shown: ShownBody; at: string },
): Promise<void> {
  await sql`delete from rounds.shown_growth where person = ${actor.person} and reader = ${reader} and kind = ${shown.kind} and subject = ${shown.subject}`.execute(
    db,
  );
  await sql`insert into rounds.shown_growth (id, organisation, person, reader, kind, subject, body, at)
    values (${id}, ${actor.organisation}, ${actor.person}, ${reader}, ${shown.kind}, ${shown.subject}, ${JSON.stringify(shown.body)}::jsonb, ${at})`.execute(
    db,
  );
}

/** False where it is not mine. */
export async function deleteShown({ db, actor }: Tx, id: ShownId): Promise<boolean> {
  const { rows } = await sql`delete from rounds.shown_growth where id = ${id} and person = ${actor.person} returning id`.execute(db);
  return rows.length === 1;
}

/** False where it is no belief that is shown to me. */
export async function contestShown({ db }: Tx, id: ShownId, { why, at }: { why: string; at: string }): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select rounds.contest_shown(${id}, ${why}, ${at}::timestamptz) as done`.execute(db);
  return rows[0]?.done === true;
}
