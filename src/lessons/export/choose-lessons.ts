import type { Lesson } from '../../model/team/lesson.ts';

/** A lesson with this tag is of every repository. */
export const GENERAL_TAG = 'general';

/** What agents may learn in a repository: lessons of it and general ones, never what is stale or was retired. By age, so that a new one moves none. */
export function chooseLessons(lessons: readonly Lesson[], repository: string): Lesson[] {
  return lessons
    .filter(({ retiredAt, stale }) => retiredAt === null && !stale)
    .filter(({ tags, anchors }) => tags.includes(GENERAL_TAG) || anchors.some((anchor) => anchor.repository === repository))
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id));
}
