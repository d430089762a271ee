import type { StaleAnchors } from '../../../model/api/team/lessons.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { LessonId } from '../../../model/team/ids.ts';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { markStale } from '../../../store/lessons.ts';
import type { SharedApp } from '../team-app.ts';
import { loadLesson } from './load-lesson.ts';

/** Somebody's machine saw that the code of a lesson is no longer what it was: the lesson is flagged, and its authors are asked, once. */
export function reportStale(
  { store, clock }: Pick<SharedApp, 'store' | 'clock'>,
  actor: Actor,
  id: LessonId,
  { stale }: StaleAnchors,
): Promise<Result<Lesson, Problem>> {
  return store.as(actor, async (tx) => {
    const lesson = await loadLesson(tx, id);
    if (!lesson.ok) return lesson;
    const at = clock().toISOString();
    let isNews = false;
    for (const anchor of stale) isNews = (await markStale(tx, id, anchor, at)) || isNews;
    if (!isNews) return lesson;
    tx.tell(lesson.value.authors, 'changed', { lesson: id, stale: true });
    return loadLesson(tx, id);
  });
}
