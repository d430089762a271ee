import { sql } from 'kysely';
import type { ThreadQuery } from '../model/api/team/threads.ts';
import type { CaseId, LessonId, PersonId, ThreadId } from '../model/team/ids.ts';
import type { Message, Thread, ThreadAnchor } from '../model/team/thread.ts';
import type { Tx } from './connect-store.ts';

const THREADS_OF_A_LIST = 200;

const COLUMNS = sql`t.id, t.case_id as "case", t.lesson, t.anchor, t.asked_by as "askedBy", t.created_at as "createdAt", t.closed_at as "closedAt",
  t.closed_by as "closedBy",
  (select coalesce(json_agg(json_build_object('n', m.n, 'author', m.author, 'body', m.body, 'at', m.at) order by m.n), '[]')
    from rounds.message m where m.thread = t.id) as messages`;

type Row = Omit<Thread, 'createdAt' | 'closedAt'> & { createdAt: Date; closedAt: Date | null };

const toThread = (row: Row): Thread => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  messages: row.messages.map((message: Message) => ({ ...message, at: new Date(message.at).toISOString() })),
});

/** Null where there is none that I may see. */
export async function readThread({ db }: Tx, id: ThreadId): Promise<Thread | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.thread t where t.id = ${id}`.execute(db);
  return rows[0] ? toThread(rows[0]) : null;
}

/** Open ones first, each kind by age; without a case or a lesson, of everything I may see. */
export async function listThreads({ db }: Tx, { case: caseId, lesson, open }: ThreadQuery): Promise<Thread[]> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from rounds.thread t
    where (${caseId ?? null}::text is null or t.case_id = ${caseId ?? null}) and (${lesson ?? null}::text is null or t.lesson = ${lesson ?? null})
      and (${open ?? null}::text is null or (t.closed_at is null) = (${open ?? null}::text = 'true'))
    order by (t.closed_at is null) desc, t.created_at, t.id limit ${THREADS_OF_A_LIST}`.execute(db);
  return rows.map(toThread);
}

export interface NewThread {
  readonly id: ThreadId;
  readonly case: CaseId | null;
  readonly lesson: LessonId | null;
  readonly anchor: ThreadAnchor | null;
  readonly at: string;
}

export async function insertThread({ db, actor }: Tx, { id, case: caseId, lesson, anchor, at }: NewThread): Promise<void> {
  await sql`insert into rounds.thread (id, organisation, case_id, lesson, anchor, asked_by, created_at)
    values (${id}, ${actor.organisation}, ${caseId}, ${lesson}, ${anchor === null ? null : JSON.stringify(anchor)}::jsonb, ${actor.person}, ${at})`.execute(db);
}

/** Adds mine as the last message. The thread must be locked, or new. */
export async function insertMessage({ db, actor }: Tx, thread: ThreadId, { body, at }: { body: string; at: string }): Promise<void> {
  await sql`insert into rounds.message (thread, n, organisation, author, body, at)
    select ${thread}, coalesce(max(n), 0) + 1, ${actor.organisation}, ${actor.person}, ${body}, ${at} from rounds.message where thread = ${thread}`.execute(db);
}

/** Two who answer at once answer one after the other. False where there is no such thread for me. */
export async function lockThread({ db }: Tx, id: ThreadId): Promise<boolean> {
  const { rows } = await sql`select from rounds.thread where id = ${id} for update`.execute(db);
  return rows.length === 1;
}

/** Closes it as me; `at` null opens it again. */
export async function setClosed({ db, actor }: Tx, id: ThreadId, at: string | null): Promise<void> {
  await sql`update rounds.thread set closed_at = ${at}::timestamptz, closed_by = ${at === null ? null : actor.person} where id = ${id}`.execute(db);
}

/** Everyone a change of a lesson's thread concerns beside those who wrote in it. */
export async function listReadersOfLesson({ db }: Tx, id: LessonId): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    select unnest(authors) as person from rounds.lesson where id = ${id}
    union select m.person from rounds.pair_member m join rounds.lesson l on l.pair = m.pair where l.id = ${id} and m.left_at is null`.execute(db);
  return rows.map(({ person }) => person);
}
