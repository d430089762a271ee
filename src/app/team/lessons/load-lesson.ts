import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { LessonId, PersonId } from '../../../model/team/ids.ts';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readLesson } from '../../../store/lessons.ts';
import { listReadersOfLesson } from '../../../store/threads.ts';

export async function loadLesson(tx: Tx, id: LessonId): Promise<Result<Lesson, Problem>> {
  const lesson = await readLesson(tx, id);
  return lesson ? ok(lesson) : failed(problem('not-found', 'There is no such lesson, or it is not shared with you.', { next: 'Look for it in the library.' }));
}

/** The lesson, where I am one of its authors. */
export async function loadMyLesson(tx: Tx, id: LessonId): Promise<Result<Lesson, Problem>> {
  const lesson = await loadLesson(tx, id);
  if (!lesson.ok || lesson.value.authors.includes(tx.actor.person as PersonId)) return lesson;
  return failed(problem('not-allowed', 'Only its authors change a lesson.', { next: 'Ask them: every lesson takes questions.' }));
}

/** Tells its authors and their pair that a lesson changed. */
export async function tellOfLesson(tx: Tx, id: LessonId): Promise<void> {
  tx.tell(await listReadersOfLesson(tx, id), 'changed', { lesson: id });
}
