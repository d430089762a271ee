import type { KeepLesson } from '../../../model/api/team/lessons.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { LessonId } from '../../../model/team/ids.ts';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { findLessonOfRound, insertLesson, replaceAnchors } from '../../../store/lessons.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { findOrigin } from './lesson-origin.ts';
import { loadLesson, tellOfLesson } from './load-lesson.ts';

/**
 * Keeps a lesson, for its authors and their pair. Of a round its authors are everyone who took part. Both may press the key:
 * the same rule of the same round is one lesson.
 */
export function keepLesson(
  { store, clock }: Pick<SharedApp, 'store' | 'clock'>,
  actor: Actor,
  { lesson, ...from }: KeepLesson,
): Promise<Result<Lesson, Problem>> {
  return store.as(actor, async (tx) => {
    const origin = await findOrigin(tx, from);
    if (!origin.ok) return origin;
    const kept = from.round === null ? null : await findLessonOfRound(tx, from.round, lesson.rule);
    if (kept) return loadLesson(tx, kept);
    const id = makeId<LessonId>('l');
    await insertLesson(tx, { id, ...origin.value, draft: lesson, at: clock().toISOString() });
    await replaceAnchors(tx, id, lesson.anchors.map(fresh));
    await tellOfLesson(tx, id);
    return loadLesson(tx, id);
  });
}

/** An anchor somebody has just looked at. */
export const fresh = <A extends object>(anchor: A): A & { staleAt: null; staleCommit: null } => ({ ...anchor, staleAt: null, staleCommit: null });
