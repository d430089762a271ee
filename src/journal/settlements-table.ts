import type { DatabaseSync } from 'node:sqlite';
import type { RoundId } from '../model/round.ts';
import { settlementSchema, type Settlement } from '../model/settlement.ts';

/** What later commits, runs and probes settled of rounds. Found again it is the same row. */
export function createSettlementsTable(db: DatabaseSync) {
  const replace = db.prepare('INSERT OR REPLACE INTO settlements (round, how, ref, at, json) VALUES (?, ?, ?, ?, ?)');
  const selectAll = db.prepare('SELECT json FROM settlements ORDER BY at, round, how, ref');
  const removeOf = db.prepare('DELETE FROM settlements WHERE round = ?');

  return {
    save: (settlement: Settlement): void => {
      const { round, how, ref, at } = settlement;
      replace.run(round, how, ref, at, JSON.stringify(settlementSchema.parse(settlement)));
    },
    /** Oldest first. */
    list: (): Settlement[] => selectAll.all().map((row) => settlementSchema.parse(JSON.parse(String(row['json'])))),
    forgetRound: (round: RoundId): void => void removeOf.run(round),
  };
}
