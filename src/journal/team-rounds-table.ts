import type { DatabaseSync } from 'node:sqlite';
import { keptTeamRoundSchema, type KeptTeamRound } from '../model/kept-team-round.ts';
import type { RoundId } from '../model/round.ts';

const parse = (row: Record<string, unknown>): KeptTeamRound => keptTeamRoundSchema.parse(JSON.parse(String(row['json'])));

/** Rounds for two that I took part in. One whose case was forgotten stays as an empty place, so that it is not taken in again. */
export function createTeamRoundsTable(db: DatabaseSync) {
  const replace = db.prepare('INSERT OR REPLACE INTO team_rounds (id, json) VALUES (?, ?)');
  const select = db.prepare('SELECT json FROM team_rounds WHERE id = ?');
  const selectAll = db.prepare("SELECT json FROM team_rounds ORDER BY json_extract(json, '$.revealedAt'), id");

  return {
    save: (round: KeptTeamRound): void => void replace.run(round.id, JSON.stringify(keptTeamRoundSchema.parse(round))),
    get: (id: RoundId): KeptTeamRound | null => {
      const row = select.get(id);
      return row ? parse(row) : null;
    },
    /** Oldest first. */
    list: (): KeptTeamRound[] => selectAll.all().map(parse),
  };
}
