import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ThreadId } from '../../../model/team/ids.ts';
import type { Thread } from '../../../model/team/thread.ts';
import { listConcerned } from '../../../store/cases.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { listReadersOfLesson, readThread } from '../../../store/threads.ts';

export async function loadThread(tx: Tx, id: ThreadId): Promise<Result<Thread, Problem>> {
  const thread = await readThread(tx, id);
  return thread ? ok(thread) : failed(problem('not-found', 'There is no such question, or what it is about is not shared with you.'));
}

/** Tells everyone it concerns that there is something new in a thread; never what was said. */
export async function tellOfThread(tx: Tx, { id, case: caseId, lesson, messages }: Thread): Promise<void> {
  const readers = caseId !== null ? await listConcerned(tx, caseId) : lesson !== null ? await listReadersOfLesson(tx, lesson) : [];
  const people = [...new Set([...readers, ...messages.map(({ author }) => author)])];
  tx.tell(people, 'changed', { thread: id, ...(caseId === null ? { lesson } : { case: caseId }) });
}
