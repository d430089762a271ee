import type { CaseHint, ThreadList, ThreadQuery } from '../../../model/api/team/threads.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { PersonId, ThreadId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { namePeople } from '../../../store/lessons.ts';
import { listThreads } from '../../../store/threads.ts';
import type { SharedApp } from '../team-app.ts';
import { loadThread } from './load-thread.ts';

type ThreadApp = Pick<SharedApp, 'store'>;

export function listMyThreads({ store }: ThreadApp, actor: Actor, query: ThreadQuery): Promise<Result<ThreadList, Problem>> {
  return store.as(actor, async (tx) => {
    const threads = await listThreads(tx, query);
    const people = threads.flatMap(({ askedBy, closedBy, messages }) => [askedBy, ...(closedBy ? [closedBy] : []), ...messages.map(({ author }) => author)]);
    return ok({ threads, people: await namePeople(tx, people), me: actor.person as PersonId });
  });
}

/** What a question says, where it points, and of what: enough to find the moment that would make a case of it. */
export function hintCase({ store }: ThreadApp, actor: Actor, id: ThreadId): Promise<Result<CaseHint, Problem>> {
  return store.as(actor, async (tx) => {
    const thread = await loadThread(tx, id);
    if (!thread.ok) return thread;
    const { case: caseId, lesson, anchor, messages } = thread.value;
    return ok({ thread: id, question: messages[0]?.body ?? '', case: caseId, lesson, anchor });
  });
}
