/** Where a lesson comes from decides whose it is: people choose what it says, never who wrote it. */
import type { KeepLesson } from '../../../model/api/team/lessons.ts';
import type { Debrief } from '../../../model/debrief.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { CaseId, PairId, PersonId, ThreadId } from '../../../model/team/ids.ts';
import type { Message, Thread } from '../../../model/team/thread.ts';
import { readCase } from '../../../store/cases.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { listPairs } from '../../../store/pairs.ts';
import { loadWholeRound, peopleOf } from '../rounds/load-round.ts';
import { loadThread } from '../threads/load-thread.ts';

export interface LessonOrigin {
  readonly round: RoundId | null;
  readonly case: CaseId | null;
  readonly pair: PairId | null;
  /** Me first. */
  readonly authors: readonly PersonId[];
}

const withMe = ({ actor }: Tx, people: readonly string[]): PersonId[] => [...new Set([actor.person, ...people])] as PersonId[];

export async function findOrigin(tx: Tx, { round, pair, answer }: Pick<KeepLesson, 'round' | 'pair' | 'answer'>): Promise<Result<LessonOrigin, Problem>> {
  if (round !== null) {
    const found = await findDebrief(tx, round);
    return found.ok ? ok(found.value.origin) : found;
  }
  if (answer) {
    const found = await findAnswer(tx, answer.thread, answer.n);
    return found.ok ? ok(found.value.origin) : found;
  }
  return ok({ round: null, case: null, pair, authors: withMe(tx, []) });
}

/** The latest debrief of a round of mine. */
export async function findDebrief(tx: Tx, id: RoundId): Promise<Result<{ debrief: Debrief; origin: LessonOrigin }, Problem>> {
  const whole = await loadWholeRound(tx, id);
  if (!whole.ok) return whole;
  const { round, case: shared, debriefs } = whole.value;
  const debrief = debriefs.at(-1)?.debrief;
  if (!debrief) {
    return failed(
      problem('conflict', 'This round has no debrief yet.', { why: 'Its one general rule is what a lesson keeps.', next: 'Close the round first.' }),
    );
  }
  return ok({ debrief, origin: { round: id, case: round.case, pair: await pairToShare(tx, shared?.pair ?? null), authors: withMe(tx, peopleOf(round)) } });
}

/** A message that answers: by anyone, not the question itself. */
export async function findAnswer(tx: Tx, id: ThreadId, n: number): Promise<Result<{ thread: Thread; message: Message; origin: LessonOrigin }, Problem>> {
  const thread = await loadThread(tx, id);
  if (!thread.ok) return thread;
  const message = thread.value.messages.find((one) => one.n === n);
  if (!message || n < 2) return failed(problem('not-found', 'There is no such answer in this thread.', { next: 'Choose one of its answers.' }));
  const { case: caseId } = thread.value;
  const shared = caseId === null ? null : await readCase(tx, caseId);
  return ok({
    thread: thread.value,
    message,
    origin: { round: null, case: caseId, pair: await pairToShare(tx, shared?.pair ?? null), authors: withMe(tx, [message.author]) },
  });
}

/** Someone from outside the pair may take part in its round: what they keep is of its authors then. */
async function pairToShare(tx: Tx, pair: PairId | null): Promise<PairId | null> {
  return pair !== null && (await listPairs(tx)).some(({ id }) => id === pair) ? pair : null;
}
