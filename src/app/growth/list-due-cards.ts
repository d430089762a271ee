import type { Journal } from '../../journal/open-journal.ts';
import { listDue } from '../../learning/recall/list-due.ts';
import type { RecallCard } from '../../model/recall.ts';

/** What to ask now, at most five a day; the day is this machine's. */
export function listDueCards(journal: Pick<Journal, 'recallCards'>, now: Date): RecallCard[] {
  const cards = journal.recallCards.list();
  const midnight = startOfToday(now);
  const answeredToday = cards.filter(({ memory }) => memory !== null && memory.reviewedAt >= midnight);
  return listDue(cards, { at: now.toISOString(), answeredToday });
}

export const startOfToday = (now: Date): string => new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
