import type { DatabaseSync } from 'node:sqlite';
import { recallCardSchema, type CardId, type RecallCard } from '../model/recall.ts';

const parseCard = (row: Record<string, unknown>): RecallCard => recallCardSchema.parse(JSON.parse(String(row['json'])));

/** Cards with all that was answered to them. */
export function createRecallCardsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR IGNORE INTO recall_cards (id, json) VALUES (?, ?)');
  const replace = db.prepare('INSERT OR REPLACE INTO recall_cards (id, json) VALUES (?, ?)');
  const select = db.prepare('SELECT json FROM recall_cards WHERE id = ?');
  const removeOne = db.prepare('DELETE FROM recall_cards WHERE id = ?');
  const selectAll = db.prepare('SELECT json FROM recall_cards ORDER BY id');

  return {
    /** Unless it is there: what was answered to it stays. */
    addMissing: (card: RecallCard): void => void insert.run(card.id, JSON.stringify(card)),
    save: (card: RecallCard): void => void replace.run(card.id, JSON.stringify(card)),
    get: (id: CardId): RecallCard | null => {
      const row = select.get(id);
      return row ? parseCard(row) : null;
    },
    remove: (id: CardId): void => void removeOne.run(id),
    list: (): RecallCard[] => selectAll.all().map(parseCard),
  };
}
