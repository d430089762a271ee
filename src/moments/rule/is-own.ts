import { MAIN_THREAD } from '../../model/event.ts';
import type { EventMark, Place, SessionFacts } from '../facts/facts.ts';

const markBySeqByFacts = new WeakMap<SessionFacts, ReadonlyMap<number, EventMark>>();

export function findMark(facts: SessionFacts, { seq }: Place): EventMark | undefined {
  const known = markBySeqByFacts.get(facts) ?? new Map(facts.marks.map((mark) => [mark.seq, mark]));
  markBySeqByFacts.set(facts, known);
  return known.get(seq);
}

/** In the person's own conversation with the agent, and not replayed from an earlier session. */
export function isOwn(facts: SessionFacts, place: Place): boolean {
  const mark = findMark(facts, place);
  return mark !== undefined && mark.thread === MAIN_THREAD && !mark.replayed;
}
