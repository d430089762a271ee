import type { Journal } from '../../journal/open-journal.ts';
import { listDue } from '../../learning/recall/list-due.ts';
import type { RecallCard } from '../../model/recall.ts';

/** What to ask now, at most five a day; the day is this machine's. */
export function listDueCards(journal: Journal, now: Date): RecallCard[] {
  const cards = journal.recallCards.list();
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
  const answeredToday = cards.filter(({ memory }) => memory !== null && memory.reviewedAt >= midnight);
  return listDue(cards, { at: now.toISOString(), answeredToday });
}
