import { sql } from 'kysely';
import type { RoundId } from '../model/round.ts';
import type { CaseId, LessonId, PairId, PersonId } from '../model/team/ids.ts';
import type { Lesson, LessonAnchor, LessonDraft } from '../model/team/lesson.ts';
import type { Tx } from './connect-store.ts';
import { LESSON, toLesson, type LessonRow } from './lesson-rows.ts';

export interface NewLesson {
  readonly id: LessonId;
  readonly pair: PairId | null;
  readonly round: RoundId | null;
  readonly case: CaseId | null;
  readonly authors: readonly PersonId[];
  readonly draft: LessonDraft;
  readonly at: string;
}

/** What is searched: words as they are and by their stem; a match in the rule weighs most. Never code or its places, which can be forgotten. */
const toWords = ({ rule, reasoning, tags }: LessonDraft) => sql`(
  setweight(to_tsvector('english', ${rule}) || to_tsvector('simple', ${rule}), 'A')
  || setweight(to_tsvector('simple', ${tags.join(' ')}), 'B')
  || setweight(to_tsvector('english', ${reasoning}) || to_tsvector('simple', ${reasoning}), 'C'))`;

export async function insertLesson({ db, actor }: Tx, { id, pair, round, case: caseId, authors, draft, at }: NewLesson): Promise<void> {
  await sql`insert into rounds.lesson (id, organisation, pair, round, case_id, rule, reasoning, author, authors, tags, created_at, updated_at, words)
    values (${id}, ${actor.organisation}, ${pair}, ${round}, ${caseId}, ${draft.rule}, ${draft.reasoning}, ${actor.person}, ${[...authors]}::text[],
      ${draft.tags}::text[], ${at}, ${at}, ${toWords(draft)})`.execute(db);
}

/** False where it is not mine. */
export async function updateLesson({ db }: Tx, id: LessonId, draft: LessonDraft, at: string): Promise<boolean> {
  const done = await sql`update rounds.lesson set rule = ${draft.rule}, reasoning = ${draft.reasoning}, tags = ${draft.tags}::text[], updated_at = ${at},
    words = ${toWords(draft)} where id = ${id}`.execute(db);
  return done.numAffectedRows === 1n;
}

/** To the whole team; the first time counts. False where it is not mine. */
export async function publishLesson({ db }: Tx, id: LessonId, at: string): Promise<boolean> {
  const done = await sql`update rounds.lesson set published_at = coalesce(published_at, ${at}::timestamptz) where id = ${id}`.execute(db);
  return done.numAffectedRows === 1n;
}

/** Retired lessons are kept for who looks for them, and shown nowhere else. False where it is not mine. */
export async function retireLesson({ db }: Tx, id: LessonId, at: string | null): Promise<boolean> {
  const done = await sql`update rounds.lesson set retired_at = ${at}::timestamptz where id = ${id}`.execute(db);
  return done.numAffectedRows === 1n;
}

/** Null where there is none that I may see. */
export async function readLesson({ db }: Tx, id: LessonId): Promise<Lesson | null> {
  const { rows } = await sql<LessonRow>`select ${LESSON} from rounds.lesson l where l.id = ${id}`.execute(db);
  return rows[0] ? toLesson(rows[0]) : null;
}

/** The lesson kept of this round with this rule, if I may see it. */
export async function findLessonOfRound({ db }: Tx, round: RoundId, rule: string): Promise<LessonId | null> {
  const { rows } = await sql<{ id: LessonId }>`
    select id from rounds.lesson where round = ${round} and rule = ${rule} and retired_at is null order by created_at limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** Puts these anchors in place of those it had. */
export async function replaceAnchors({ db, actor }: Tx, id: LessonId, anchors: readonly LessonAnchor[]): Promise<void> {
  await sql`delete from rounds.lesson_anchor where lesson = ${id}`.execute(db);
  for (const [n, anchor] of anchors.entries()) {
    await sql`insert into rounds.lesson_anchor values (${id}, ${n}, ${actor.organisation}, ${anchor.repository}, ${anchor.path}, ${anchor.symbol},
      ${anchor.startLine}, ${anchor.endLine}, ${anchor.contentHash}, ${anchor.commit}, ${anchor.staleAt}, ${anchor.staleCommit})`.execute(db);
  }
}

/** Marks one anchor; false where it was marked before, or is not what was looked at any more. */
export async function markStale(
  { db }: Tx,
  id: LessonId,
  stale: { n: number; commit: string; contentHash?: string | undefined },
  at: string,
): Promise<boolean> {
  const hash = stale.contentHash ?? null;
  const done = await sql`update rounds.lesson_anchor set stale_at = ${at}, stale_commit = ${stale.commit}
    where lesson = ${id} and n = ${stale.n} and stale_at is null and (${hash}::text is null or content_hash = ${hash}::text)`.execute(db);
  return done.numAffectedRows === 1n;
}

/** Names of people of my organisation. */
export async function namePeople({ db }: Tx, ids: readonly PersonId[]): Promise<{ id: PersonId; name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select id, name from rounds.person where id = any (${[...new Set(ids)]}::text[]) order by array_position(${[...new Set(ids)]}::text[], id)`.execute(db);
  return rows;
}
