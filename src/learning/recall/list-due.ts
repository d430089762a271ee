import type { RecallCard } from '../../model/recall.ts';

/** Recall never fills a day: what is left over waits, and nobody is told how much. */
export const CARDS_A_DAY = 5;

export interface DueQuery {
  readonly at: string;
  /** Cards answered since this person's day began. */
  readonly answeredToday: readonly RecallCard[];
}

/**
 * What to ask today, at most five with those already answered, the longest overdue first. Of cards that share a concept one a
 * day is asked: the second would be answered from the first.
 */
export function listDue(cards: readonly RecallCard[], { at, answeredToday }: DueQuery): RecallCard[] {
  const asked = new Set(answeredToday.flatMap(({ concepts }) => concepts));
  const answered = new Set(answeredToday.map(({ id }) => id));
  const due = cards
    .filter((card) => card.putAwayAt === null && !answered.has(card.id) && dueAt(card) <= at)
    .sort((a, b) => dueAt(a).localeCompare(dueAt(b)) || a.id.localeCompare(b.id));
  const chosen: RecallCard[] = [];
  for (const card of due) {
    if (chosen.length + answered.size >= CARDS_A_DAY) break;
    if (card.concepts.some((concept) => asked.has(concept))) continue;
    for (const concept of card.concepts) asked.add(concept);
    chosen.push(card);
  }
  return chosen;
}

/** A card never asked is due the day after it was made: right after a round it would only repeat it. */
export function dueAt({ memory, createdAt }: RecallCard): string {
  return memory?.due ?? new Date(Date.parse(createdAt) + 86_400_000).toISOString();
}
