import type { NewAnchors } from '../../../model/api/team/lessons.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { LessonId } from '../../../model/team/ids.ts';
import type { Lesson, LessonAnchor, LessonDraft } from '../../../model/team/lesson.ts';
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
    await replaceAnchors(tx, id, keepStale(draft.anchors, had));
  });
}

/** Ties a lesson of mine to code. Somebody looked, so what is new is not stale; what stays as it was stays stale, if it was. */
export function anchorLesson(app: LessonApp, actor: Actor, id: LessonId, { anchors, seen }: NewAnchors): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, async (tx, had) => {
    if (seen !== undefined && !isSeen(seen, had)) {
      return failed(problem('conflict', 'What this lesson holds to was changed meanwhile.', { next: 'Look at it again, then change it.' }));
    }
    await replaceAnchors(tx, id, keepStale(anchors, had));
  });
}

/** To everyone of the organisation; until then it is of its authors and their pair. */
export function publishMyLesson(app: LessonApp, actor: Actor, id: LessonId): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, (tx, _had, at) => publishLesson(tx, id, at));
}

/** Takes a lesson of mine out of every list and export; `back` puts it there again. */
export function retireMyLesson(app: LessonApp, actor: Actor, id: LessonId, { back = false } = {}): Promise<Result<Lesson, Problem>> {
  return change(app, actor, id, (tx, had, at) => retireLesson(tx, id, back ? null : (had.retiredAt ?? at)));
}

/** A failure leaves everything as it was. */
type Change = (tx: Tx, had: Lesson, at: string) => Promise<Result<never, Problem> | void | boolean>;

function change({ store, clock }: LessonApp, actor: Actor, id: LessonId, work: Change): Promise<Result<Lesson, Problem>> {
  return store.as(actor, async (tx) => {
    const had = await loadMyLesson(tx, id);
    if (!had.ok) return had;
    const done = await work(tx, had.value, clock().toISOString());
    if (typeof done === 'object') return done;
    await tellOfLesson(tx, id);
    return loadLesson(tx, id);
  });
}

type Anchors = NewAnchors['anchors'];

const keepStale = (anchors: Anchors, had: Lesson): LessonAnchor[] => anchors.map((anchor) => had.anchors.find((one) => isSame(one, anchor)) ?? fresh(anchor));

const isSeen = (seen: Anchors, { anchors }: Lesson): boolean =>
  seen.length === anchors.length && seen.every((one, n) => anchors[n] !== undefined && isSame(one, anchors[n]));

const isSame = (one: Anchors[number], other: Anchors[number]): boolean =>
  one.repository === other.repository && one.path === other.path && one.contentHash === other.contentHash && one.commit === other.commit;
