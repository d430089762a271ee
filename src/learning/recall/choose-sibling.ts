import type { MomentId } from '../../model/moment.ts';
import type { RecallCard } from '../../model/recall.ts';

/** A case that a card may be asked through, as far as choosing needs to know it. */
export interface SiblingCase {
  readonly moment: MomentId;
  readonly concepts: readonly string[];
  /** The beliefs its propositions name. */
  readonly beliefs: readonly string[];
  readonly context: string;
  /** A round was held on it: its outcome is known. */
  readonly judged: boolean;
}

/**
 * Another moment of the same concept, so that the answer is not the wording: never the card's own, one already judged, or one it
 * was asked through before. Another context first, since only that shows transfer. Null where there is none left.
 */
export function chooseSibling(card: RecallCard, cases: readonly SiblingCase[]): SiblingCase | null {
  const used = new Set<MomentId | null>([card.moment, ...card.reviews.map(({ moment }) => moment)]);
  const siblings = cases.filter((one) => !one.judged && !used.has(one.moment) && isSibling(card, one));
  const order = (one: SiblingCase): number => (one.context !== '' && one.context !== card.context ? 0 : 1);
  return siblings.sort((a, b) => order(a) - order(b) || a.moment.localeCompare(b.moment))[0] ?? null;
}

function isSibling({ misconception, concepts }: RecallCard, one: SiblingCase): boolean {
  return misconception === null ? one.concepts.some((concept) => concepts.includes(concept)) : one.beliefs.includes(misconception);
}
