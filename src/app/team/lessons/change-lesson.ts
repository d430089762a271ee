import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { LessonId } from '../../../model/team/ids.ts';
import type { Lesson, LessonDraft } from '../../../model/team/lesson.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { publishLesson, replaceAnchors, retireLesson, updateLesson } from '../../../store/lessons.ts';
import type { SharedApp } from '../team-app.ts';
import { fresh } from './keep-lesson.ts';
import { loadLesson, loadMyLesson, tellOfLesson } from './load-lesson.ts';

type LessonApp = Pick<SharedApp, 'store' | 'clock'>;

/** Changes what a lesson of mine says. An anchor that stays as it was stays stale, if it was. */
export function changeLesson(app: LessonApp, actor: Actor, id: LessonId, draft: LessonDraft): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, async (tx, had, at) => {
    await updateLesson(tx, id, draft, at);
    const anchors = draft.anchors.map((anchor) => had.anchors.find((one) => isSame(one, anchor)) ?? fresh(anchor));
    await replaceAnchors(tx, id, anchors);
  });
}

/** Ties a lesson of mine to code anew: somebody looked, so none of it is stale. */
export function anchorLesson(app: LessonApp, actor: Actor, id: LessonId, anchors: LessonDraft['anchors']): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, (tx) => replaceAnchors(tx, id, anchors.map(fresh)));
}

/** To everyone of the organisation; until then it is of its authors and their pair. */
export function publishMyLesson(app: LessonApp, actor: Actor, id: LessonId): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, (tx, _had, at) => publishLesson(tx, id, at));
}

/** Takes a lesson of mine out of every list and export; `back` puts it there again. */
export function retireMyLesson(app: LessonApp, actor: Actor, id: LessonId, { back = false } = {}): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, (tx, had, at) => retireLesson(tx, id, back ? null : (had.retiredAt ?? at)));
}

type Change = (tx: Tx, had: Lesson, at: string) => Promise<unknown>;

function change({ store, clock }: LessonApp, actor: Actor, id: LessonId, work: Change): Promise<Result<Lesson, Problem>> {
  return store.as(actor, async (tx) => {
    const had = await loadMyLesson(tx, id);
    if (!had.ok) return had;
    await work(tx, had.value, clock().toISOString());
    await tellOfLesson(tx, id);
    return loadLesson(tx, id);
  });
}

const isSame = (one: LessonDraft['anchors'][number], other: LessonDraft['anchors'][number]): boolean =>
  one.repository === other.repository && one.path === other.path && one.contentHash === other.contentHash && one.commit === other.commit;
