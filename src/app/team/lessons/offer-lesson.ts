import { draftFromAnswer, draftFromDebrief } from '../../../lessons/drafts/draft-lesson.ts';
import type { LessonOffer } from '../../../model/api/team/lessons.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { ThreadId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { findLessonOfRound, namePeople } from '../../../store/lessons.ts';
import type { SharedApp } from '../team-app.ts';
import { findAnswer, findDebrief } from './lesson-origin.ts';

type LessonApp = Pick<SharedApp, 'store'>;

/** The lesson a round's debrief would make, filled in: to be kept as it is, or changed first. */
export function offerLessonOfRound({ store }: LessonApp, actor: Actor, round: RoundId): Promise<Result<LessonOffer, Problem>> {
  return store.as(actor, async (tx) => {
    const found = await findDebrief(tx, round);
    if (!found.ok) return found;
    const { debrief, origin } = found.value;
    const lesson = draftFromDebrief(debrief);
    const kept = await findLessonOfRound(tx, round, lesson.rule);
    return ok({ lesson, pair: origin.pair, case: origin.case, authors: await namePeople(tx, origin.authors), kept });
  });
}

/** The lesson an answer would make. */
export function offerLessonOfAnswer({ store }: LessonApp, actor: Actor, { thread, n }: { thread: ThreadId; n: number }): Promise<Result<LessonOffer, Problem>> {
  return store.as(actor, async (tx) => {
    const found = await findAnswer(tx, thread, n);
    if (!found.ok) return found;
    const { message, origin } = found.value;
    const lesson = draftFromAnswer({ question: found.value.thread.messages[0]?.body ?? '', answer: message.body });
    return ok({ lesson, pair: origin.pair, case: origin.case, authors: await namePeople(tx, origin.authors), kept: null });
  });
}
