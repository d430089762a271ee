import { z } from 'zod';
import type { Journal } from '../../journal/open-journal.ts';
import type { PortableItem } from '../../journal/portable-file.ts';
import { ratingSchema, type Rating } from '../../model/entrustment.ts';
import { keptTeamRoundSchema, type KeptTeamRound } from '../../model/kept-team-round.ts';
import { settlementSchema, type Settlement } from '../../model/settlement.ts';
import { linkedEvidenceSchema, type LinkedEvidence } from '../../model/linked-evidence.ts';
import { ledgerRowSchema, type LedgerRow } from '../../model/misconception-ledger.ts';
import { recallCardSchema, type RecallCard } from '../../model/recall.ts';

const growthItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('belief'), row: ledgerRowSchema }),
  z.object({ kind: z.literal('card'), row: recallCardSchema }),
  z.object({ kind: z.literal('rating'), row: ratingSchema }),
  z.object({ kind: z.literal('team-round'), row: keptTeamRoundSchema }),
  z.object({ kind: z.literal('settlement'), row: settlementSchema }),
  z.object({ kind: z.literal('linked-evidence'), row: linkedEvidenceSchema }),
]);
export type GrowthItem = z.infer<typeof growthItemSchema>;

const GROWTH_KINDS: ReadonlySet<string> = new Set(growthItemSchema.options.map(({ shape }) => shape.kind.value));

export const isGrowthKind = (kind: PortableItem['kind']): boolean => GROWTH_KINDS.has(kind);

/** Throws a ZodError where something is not what this format says. */
export const parseGrowthItem = ({ kind, json }: PortableItem): GrowthItem => growthItemSchema.parse({ kind, row: JSON.parse(json) });

/** Everything of growth that only this journal knows. What follows from rounds is among it: the other machine may not have their moments. */
export function* listGrowthItems({ ledger, recallCards, ratings, teamRounds, settlements, linkedEvidence }: Journal): Generator<PortableItem> {
  for (const row of ledger.list()) yield toItem('belief', row.misconception, row);
  for (const card of recallCards.list()) yield toItem('card', card.id, card);
  for (const row of ratings.list()) yield toItem('rating', row.activity, row);
  for (const row of teamRounds.list()) yield toItem('team-round', row.id, row);
  for (const row of settlements.list()) yield toItem('settlement', row.round, row);
  for (const row of linkedEvidence.listAll()) yield toItem('linked-evidence', row.id, row);
}

const toItem = (kind: GrowthItem['kind'], id: string, row: LedgerRow | RecallCard | Rating | KeptTeamRound | Settlement | LinkedEvidence): PortableItem => ({
  kind,
  id,
  json: JSON.stringify(row),
});

/** What was written down on either machine stands on both. Of two copies of a card the one that was asked more often goes on. */
export function mergeGrowthItem(journal: Journal, item: GrowthItem): void {
  switch (item.kind) {
    case 'belief':
      return journal.ledger.merge(item.row);
    case 'rating':
      return journal.ratings.add(item.row);
    case 'settlement':
      return journal.settlements.save(item.row);
    case 'linked-evidence': {
      const known = journal.linkedEvidence.get(item.row.id);
      return known && toLinkOrder(item.row) <= toLinkOrder(known) ? undefined : journal.linkedEvidence.save(item.row);
    }
    case 'team-round': {
      const known = journal.teamRounds.get(item.row.id);
      return known && !isLater(item.row, known) ? undefined : journal.teamRounds.save(item.row);
    }
    case 'card': {
      const known = journal.recallCards.get(item.row.id);
      return known && !isFurther(item.row, known) ? undefined : journal.recallCards.save(item.row);
    }
  }
}

/** Whether it was linked or taken away last. */
const toLinkOrder = (row: LinkedEvidence): string => `${row.removedAt ?? row.at} ${JSON.stringify(row)}`;

/** What was forgotten on one machine is forgotten. */
function isLater(round: KeptTeamRound, known: KeptTeamRound): boolean {
  if ((round.content === null) !== (known.content === null)) return round.content === null;
  const by = (round.closedAt ?? '').localeCompare(known.closedAt ?? '');
  return by > 0 || (by === 0 && JSON.stringify(round) > JSON.stringify(known));
}

/** The same one on every machine, also where both were asked as often. */
function isFurther(card: RecallCard, known: RecallCard): boolean {
  const by = card.reviews.length - known.reviews.length;
  return by > 0 || (by === 0 && JSON.stringify(card) > JSON.stringify(known));
}
