import type { RecallCard, RecallKind } from '../../model/recall.ts';
import type { SiblingCase } from './choose-sibling.ts';

/** As for resolving a misconception: see growth of a belief's standing. */
const DELAY_MS = 14 * 86_400_000;

/** What an answer at `at`, asked through `sibling`, would show. */
export function nameKind(card: RecallCard, sibling: SiblingCase | null, at: string): RecallKind {
  if (sibling && sibling.context !== '' && sibling.context !== card.context) return 'transfer';
  return Date.parse(at) - Date.parse(card.createdAt) >= DELAY_MS ? 'delayed' : 'plain';
}
