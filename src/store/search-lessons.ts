import { sql, type RawBuilder } from 'kysely';
import type { LessonQuery } from '../model/api/team/lessons.ts';
import type { Lesson } from '../model/team/lesson.ts';
import type { Tx } from './connect-store.ts';
import { LESSON, toLesson, type LessonRow } from './lesson-rows.ts';

export const LESSONS_A_PAGE = 100;
/** What a misspelt word has in common with the one meant, by pg_trgm's word_similarity; below it everything is like everything. */
const ALIKE = 0.5;

const TEXT = sql`(l.rule || ' ' || l.reasoning)`;

/** Lessons I may see that fit, but not retired ones: mine that are stale first, then by how well they fit, then the latest. */
export async function searchLessons(
  { db, actor }: Tx,
  { q = '', tag, stale, repository, path, page = 0 }: LessonQuery,
): Promise<{ lessons: Lesson[]; more: boolean }> {
  const { fits, score } = toSearch(q.trim());
  const isStale = sql`exists (select from rounds.lesson_anchor s where s.lesson = l.id and s.stale_at is not null)`;
  const { rows } = await sql<LessonRow>`
    select ${LESSON} from rounds.lesson l
    where l.retired_at is null and ${fits}
      and (${tag ?? null}::text is null or ${tag ?? null}::text = any (l.tags))
      and (${stale ?? null}::text is null or ${isStale} = (${stale ?? null}::text = 'true'))
      and ${toPlace(repository ?? null, path ?? null)}
    order by (${actor.person} = any (l.authors) and ${isStale}) desc, ${score} desc, l.created_at desc, l.id
    limit ${LESSONS_A_PAGE + 1} offset ${page * LESSONS_A_PAGE}`.execute(db);
  return { lessons: rows.slice(0, LESSONS_A_PAGE).map(toLesson), more: rows.length > LESSONS_A_PAGE };
}

/** By stem, by the beginning of words, by parts of words wherever they stand, and by what is spelt nearly so. */
function toSearch(q: string): { fits: RawBuilder<unknown>; score: RawBuilder<unknown> } {
  const words = q.match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (words.length === 0) return { fits: sql`${TEXT} ilike ${toPart(q)}`, score: sql`0::real` };
  const beginnings = words.map((word) => `${word}:*`).join(' & ');
  const query = sql`(websearch_to_tsquery('english', ${q}) || websearch_to_tsquery('simple', ${q}) || to_tsquery('simple', ${beginnings}))`;
  const holdsAll = sql.join(
    words.map((word) => {
      const part = toPart(word);
      return sql`(${TEXT} ilike ${part} or array_to_string(l.tags, ' ') ilike ${part}
        or exists (select from rounds.lesson_anchor w where w.lesson = l.id and (w.path ilike ${part} or w.symbol ilike ${part})))`;
    }),
    sql` and `,
  );
  return {
    fits: sql`(l.words @@ ${query} or (${holdsAll}) or public.word_similarity(${q}, ${TEXT}) >= ${ALIKE})`,
    score: sql`(ts_rank_cd(l.words, ${query}) * 2 + public.word_similarity(${q}, ${TEXT}))`,
  };
}

/** For `ilike`: the text anywhere. */
const toPart = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

function toPlace(repository: string | null, path: string | null): RawBuilder<unknown> {
  if (repository === null && path === null) return sql`true`;
  const holds = sql`exists (select from rounds.lesson_anchor p where p.lesson = l.id
    and (${repository}::text is null or p.repository = ${repository}::text) and (${path}::text is null or p.path = ${path}::text))`;
  return path === null ? sql`(${holds} or 'general' = any (l.tags))` : holds;
}
