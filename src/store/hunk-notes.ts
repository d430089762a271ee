import { sql } from 'kysely';
import type { CaseId } from '../model/team/ids.ts';
import type { HunkNote, NoteHunk } from '../model/team/shared-deconstruction.ts';
import type { Tx } from './connect-store.ts';

/** Refused by the store to who took part in no revealed round of the case. */
export async function addHunkNote({ db }: Tx, id: CaseId, { hunk, how, words }: NoteHunk, at: string): Promise<void> {
  await sql`select rounds.note_hunk(${id}, ${hunk}, ${how}, ${words}, ${at}::timestamptz)`.execute(db);
}

/** In the order they were written; none to who may not know how the case ended. */
export async function readHunkNotes({ db }: Tx, id: CaseId): Promise<HunkNote[]> {
  const { rows } = await sql<Omit<HunkNote, 'at'> & { at: Date }>`
    select n.hunk, n.how, n.words, n.author, p.name, n.at from rounds.hunk_note n
    join rounds.person p on p.organisation = n.organisation and p.id = n.author
    where n.case_id = ${id} order by n.n`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
