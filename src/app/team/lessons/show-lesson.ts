import type { LessonList, LessonQuery, LessonView } from '../../../model/api/team/lessons.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { LessonId, PersonId } from '../../../model/team/ids.ts';
import { readCase } from '../../../store/cases.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { namePeople } from '../../../store/lessons.ts';
import { readRound } from '../../../store/rounds.ts';
import { searchLessons } from '../../../store/search-lessons.ts';
import type { SharedApp } from '../team-app.ts';
import { loadLesson } from './load-lesson.ts';

type LessonApp = Pick<SharedApp, 'store'>;

export function showLesson({ store }: LessonApp, actor: Actor, id: LessonId): Promise<Result<LessonView, Problem>> {
  return store.as(actor, async (tx) => {
    const lesson = await loadLesson(tx, id);
    if (!lesson.ok) return lesson;
    const { authors, round, case: caseId } = lesson.value;
    const shared = caseId === null ? null : await readCase(tx, caseId);
    return ok({
      lesson: lesson.value,
      authors: await namePeople(tx, authors),
      mine: authors.includes(actor.person as PersonId),
      opens: { round: round !== null && (await readRound(tx, round)) !== null, case: shared !== null && shared.forgottenAt === null },
    });
  });
}

export function listLessons({ store }: LessonApp, actor: Actor, query: LessonQuery): Promise<Result<LessonList, Problem>> {
  return store.as(actor, async (tx) => {
    const { lessons, more } = await searchLessons(tx, query);
    const people = await namePeople(
      tx,
      lessons.flatMap(({ authors }) => authors),
    );
    return ok({ lessons, more, me: actor.person as PersonId, people });
  });
}
