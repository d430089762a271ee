import type { Ask } from '../../../model/api/team/threads.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { ThreadId } from '../../../model/team/ids.ts';
import type { Thread } from '../../../model/team/thread.ts';
import { readCase } from '../../../store/cases.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { insertMessage, insertThread, setClosed, lockThread } from '../../../store/threads.ts';
import { loadLesson } from '../lessons/load-lesson.ts';
import { makeId } from '../make-id.ts';
import type { SharedApp } from '../team-app.ts';
import { loadThread, tellOfThread } from './load-thread.ts';

type ThreadApp = Pick<SharedApp, 'store' | 'clock'>;

/** Asks on a line of a case or on a lesson, whoever asks whom. */
export function ask({ store, clock }: ThreadApp, actor: Actor, { case: caseId, lesson, anchor, body }: Ask): Promise<Result<Thread, Problem>> {
  return store.as(actor, async (tx) => {
    if ((caseId === undefined) === (lesson === undefined)) return failed(problem('bad-input', 'A question is about one case or about one lesson.'));
    if (lesson !== undefined) {
      const found = await loadLesson(tx, lesson);
      if (!found.ok) return found;
    } else if (caseId !== undefined) {
      const found = await readCase(tx, caseId);
      if (!found || found.forgottenAt !== null)
        return failed(problem('not-found', 'There is no such case, or it was forgotten.', { next: 'Ask its owner directly.' }));
    }
    const id = makeId<ThreadId>('t');
    const at = clock().toISOString();
    await insertThread(tx, { id, case: caseId ?? null, lesson: lesson ?? null, anchor, at });
    await insertMessage(tx, id, { body, at });
    return told(tx, id);
  });
}

/** Adds to a thread; one that was closed is open again. */
export function answerThread({ store, clock }: ThreadApp, actor: Actor, id: ThreadId, body: string): Promise<Result<Thread, Problem>> {
  return store.as(actor, async (tx) => {
    const isThere = await lockThread(tx, id);
    const thread = await loadThread(tx, id);
    if (!thread.ok || !isThere) return thread;
    await insertMessage(tx, id, { body, at: clock().toISOString() });
    if (thread.value.closedAt !== null) await setClosed(tx, id, null);
    return told(tx, id);
  });
}

/** Anyone who may read it may say that it is answered. Who closed it first stays. */
export function closeThread({ store, clock }: ThreadApp, actor: Actor, id: ThreadId): Promise<Result<Thread, Problem>> {
  return store.as(actor, async (tx) => {
    const isThere = await lockThread(tx, id);
    const thread = await loadThread(tx, id);
    if (!thread.ok || !isThere || thread.value.closedAt !== null) return thread;
    await setClosed(tx, id, clock().toISOString());
    return told(tx, id);
  });
}

async function told(tx: Parameters<typeof loadThread>[0], id: ThreadId): Promise<Result<Thread, Problem>> {
  const thread = await loadThread(tx, id);
  if (thread.ok) await tellOfThread(tx, thread.value);
  return thread;
}
