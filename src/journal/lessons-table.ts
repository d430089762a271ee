import type { DatabaseSync } from 'node:sqlite';
import { lessonSchema, type Lesson } from '../model/team/lesson.ts';

/** Where the code of an anchor was last found as it was. */
export interface LessonHold {
  readonly lesson: string;
  readonly contentHash: string;
  readonly path: string;
  readonly commit: string;
}

/** Lessons of the team, as this machine last saw them. Nothing is theirs alone here: the team's server has them. */
export function createLessonsTable(db: DatabaseSync) {
  const removeOf = db.prepare('DELETE FROM cached_lessons WHERE repository = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO cached_lessons (repository, id, json) VALUES (?, ?, ?)');
  const selectOf = db.prepare('SELECT json FROM cached_lessons WHERE repository = ? ORDER BY id');
  const removeAll = db.prepare('DELETE FROM cached_lessons');
  const insertHold = db.prepare('INSERT OR REPLACE INTO lesson_holds (lesson, content_hash, path, commit_sha) VALUES (?, ?, ?, ?)');
  const selectHold = db.prepare(
    'SELECT lesson, content_hash AS contentHash, path, commit_sha AS "commit" FROM lesson_holds WHERE lesson = ? AND content_hash = ?',
  );

  return {
    /** In place of all that was kept of the repository. */
    replace: (repository: string, lessons: readonly Lesson[]): void => {
      removeOf.run(repository);
      for (const lesson of lessons) insert.run(repository, lesson.id, JSON.stringify(lesson));
    },
    /** What an older Rounds kept in another shape is left out until it is fetched again. */
    list: (repository: string): Lesson[] =>
      selectOf.all(repository).flatMap((row) => {
        const parsed = lessonSchema.safeParse(JSON.parse(String(row['json'])));
        return parsed.success ? [parsed.data] : [];
      }),
    /** For whoever signs out. */
    clear: (): void => void removeAll.run(),
    saveHold: ({ lesson, contentHash, path, commit }: LessonHold): void => void insertHold.run(lesson, contentHash, path, commit),
    getHold: (lesson: string, contentHash: string): LessonHold | null => (selectHold.get(lesson, contentHash) as LessonHold | undefined) ?? null,
  };
}
