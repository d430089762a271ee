import { toCardId, type RecallCard } from '../../model/recall.ts';

export type CardContent = Omit<RecallCard, 'id' | 'memory' | 'reviews' | 'putAwayAt' | 'question'>;

/** A card nobody was asked yet. Where it is asked without a case, it is asked for the rule by its concept. */
export function makeCard(content: CardContent): RecallCard {
  const concept = content.concepts[0] ?? 'this';
  return {
    ...content,
    id: toCardId(content.source, content.misconception),
    question: `Which rule did you keep about ${concept}, and when does it matter?`,
    memory: null,
    reviews: [],
    putAwayAt: null,
  };
}
