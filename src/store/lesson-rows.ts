import { sql } from 'kysely';
import type { Lesson, LessonAnchor } from '../model/team/lesson.ts';

/** Columns of a lesson `l` with its anchors, for a select list. */
export const LESSON = sql`l.id, l.pair, l.round, l.case_id as "case", l.rule, l.reasoning, l.author, l.authors, l.tags,
  l.published_at as "publishedAt", l.created_at as "createdAt", l.updated_at as "updatedAt", l.retired_at as "retiredAt",
  (select coalesce(json_agg(json_build_object('repository', a.repository, 'path', a.path, 'symbol', a.symbol, 'startLine', a.start_line, 'endLine', a.end_line,
    'contentHash', a.content_hash, 'commit', a.commit_sha, 'staleAt', a.stale_at, 'staleCommit', a.stale_commit) order by a.n), '[]')
    from rounds.lesson_anchor a where a.lesson = l.id) as anchors`;

type Instants = 'publishedAt' | 'createdAt' | 'updatedAt' | 'retiredAt';

export interface LessonRow extends Omit<Lesson, Instants | 'stale'> {
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly retiredAt: Date | null;
}

export function toLesson({ publishedAt, createdAt, updatedAt, retiredAt, anchors, ...rest }: LessonRow): Lesson {
  return {
    ...rest,
    anchors: anchors.map(toAnchor),
    publishedAt: publishedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
    stale: anchors.some(({ staleAt }) => staleAt !== null),
  };
}

/** Inside JSON the database writes instants its own way. */
const toAnchor = (anchor: LessonAnchor): LessonAnchor => ({ ...anchor, staleAt: anchor.staleAt === null ? null : new Date(anchor.staleAt).toISOString() });
