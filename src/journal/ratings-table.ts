import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { ratingSchema, type Rating } from '../model/entrustment.ts';

/** Ad hoc ratings, as given; a second thought is another one. */
export function createRatingsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR IGNORE INTO ratings (id, at, json) VALUES (?, ?, ?)');
  const selectAll = db.prepare('SELECT json FROM ratings ORDER BY at, id');

  return {
    add: (rating: Rating): void => {
      const json = JSON.stringify(ratingSchema.parse(rating));
      insert.run(createHash('sha256').update(json).digest('hex').slice(0, 16), rating.at, json);
    },
    /** Oldest first. */
    list: (): Rating[] => selectAll.all().map((row) => ratingSchema.parse(JSON.parse(String(row['json'])))),
  };
}
