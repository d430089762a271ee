import { z } from 'zod';
import type { Journal } from '../../journal/open-journal.ts';
import type { PortableItem } from '../../journal/portable-file.ts';
import { ratingSchema, type Rating } from '../../model/entrustment.ts';
import { ledgerRowSchema, type LedgerRow } from '../../model/misconception-ledger.ts';
import { recallCardSchema, type RecallCard } from '../../model/recall.ts';

const growthItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('belief'), row: ledgerRowSchema }),
  z.object({ kind: z.literal('card'), row: recallCardSchema }),
  z.object({ kind: z.literal('rating'), row: ratingSchema }),
]);
export type GrowthItem = z.infer<typeof growthItemSchema>;

export const isGrowthKind = (kind: PortableItem['kind']): boolean => kind === 'belief' || kind === 'card' || kind === 'rating';

/** Throws a ZodError where something is not what this format says. */
export const parseGrowthItem = ({ kind, json }: PortableItem): GrowthItem => growthItemSchema.parse({ kind, row: JSON.parse(json) });

/** Everything of growth that only this journal knows. What follows from rounds is among it: the other machine may not have their moments. */
export function* listGrowthItems({ ledger, recallCards, ratings }: Journal): Generator<PortableItem> {
  for (const row of ledger.list()) yield toItem('belief', row.misconception, row);
  for (const card of recallCards.list()) yield toItem('card', card.id, card);
  for (const row of ratings.list()) yield toItem('rating', row.activity, row);
}

const toItem = (kind: GrowthItem['kind'], id: string, row: LedgerRow | RecallCard | Rating): PortableItem => ({ kind, id, json: JSON.stringify(row) });

/** What was written down on either machine stands on both. Of two copies of a card the one that was asked more often goes on. */
export function mergeGrowthItem({ ledger, recallCards, ratings }: Journal, item: GrowthItem): void {
  if (item.kind === 'belief') ledger.merge(item.row);
  else if (item.kind === 'rating') ratings.add(item.row);
  else {
    const known = recallCards.get(item.row.id);
    if (!known || isFurther(item.row, known)) recallCards.save(item.row);
  }
}

/** The same one on every machine, also where both were asked as often. */
function isFurther(card: RecallCard, known: RecallCard): boolean {
  const by = card.reviews.length - known.reviews.length;
  return by > 0 || (by === 0 && JSON.stringify(card) > JSON.stringify(known));
}
