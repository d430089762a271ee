import { sql, type RawBuilder } from 'kysely';
import type { LessonQuery } from '../model/api/team/lessons.ts';
import type { Lesson } from '../model/team/lesson.ts';
import type { Tx } from './connect-store.ts';
import { LESSON, toLesson, type LessonRow } from './lesson-rows.ts';

export const LESSONS_A_PAGE = 100;
/** Of those that fit, how many are looked at: tag, repository and staleness narrow them down afterwards. */
const MAX_FOUND = 2_000;

/** Lessons I may see that fit, but not retired ones: mine that are stale first, then by how well they fit, then the latest. */
export async function searchLessons(
  { db, actor }: Tx,
  { q = '', tag, stale, repository, path, page = 0 }: LessonQuery,
): Promise<{ lessons: Lesson[]; more: boolean }> {
  const found = toFound(q.trim());
  const isStale = sql`exists (select from rounds.lesson_anchor s where s.lesson = l.id and s.stale_at is not null)`;
  const { rows } = await sql<LessonRow>`
    select ${LESSON} from rounds.lesson l ${found ? sql`join ${found} found on found.id = l.id` : sql``}
    where l.retired_at is null
      and (${tag ?? null}::text is null or ${tag ?? null}::text = any (l.tags))
      and (${stale ?? null}::text is null or ${isStale} = (${stale ?? null}::text = 'true'))
      and ${toPlace(repository ?? null, path ?? null)}
    order by (${actor.person} = any (l.authors) and ${isStale}) desc, ${found ? sql`found.score desc, ` : sql``}l.created_at desc, l.id
    limit ${LESSONS_A_PAGE + 1} offset ${page * LESSONS_A_PAGE}`.execute(db);
  return { lessons: rows.slice(0, LESSONS_A_PAGE).map(toLesson), more: rows.length > LESSONS_A_PAGE };
}

/** By stem, by the beginning of words, by parts of words wherever they stand, and by what is spelt nearly so; null: nothing is looked for. */
function toFound(q: string): RawBuilder<unknown> | null {
  if (q === '') return null;
  const words = q.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const beginnings = words.map((word) => `${word}:*`).join(' & ');
  const parts = words.length === 0 ? [q] : words;
  // Few lessons hold the longest word: the others are only looked for in those.
  const rarest = parts.reduce((longest, part) => (part.length > longest.length ? part : longest));
  return sql`rounds.search_lessons(${q}, ${beginnings}, ${parts.map(toPart)}::text[], ${toPart(rarest)}, ${MAX_FOUND})`;
}

/** For `ilike`: the text anywhere. */
const toPart = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function toPlace(repository: string | null, path: string | null): RawBuilder<unknown> {
  if (repository === null && path === null) return sql`true`;
  const holds = sql`exists (select from rounds.lesson_anchor p where p.lesson = l.id
    and (${repository}::text is null or p.repository = ${repository}::text) and (${path}::text is null or p.path = ${path}::text))`;
  return path === null ? sql`(${holds} or 'general' = any (l.tags))` : holds;
}
