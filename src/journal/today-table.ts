import type { DatabaseSync } from 'node:sqlite';
import type { MomentId } from '../model/moment.ts';

/** What today still offers. `offered` says how many of the day's few were used up, not by what. */
export interface TodayPick {
  readonly date: string;
  readonly offered: number;
  readonly moments: readonly MomentId[];
}

/**
 * The day's list, and every moment that was ever on one. A skipped moment only leaves the day's list: afterwards it looks
 * like any other that was once offered, so that skipping leaves no trace.
 */
export function createTodayTable(db: DatabaseSync) {
  const select = db.prepare('SELECT date, offered, moments FROM today');
  const save = db.prepare('INSERT OR REPLACE INTO today (only_row, date, offered, moments) VALUES (1, ?, ?, ?)');
  const mark = db.prepare('INSERT OR IGNORE INTO offered (moment) VALUES (?)');
  const clear = db.prepare('DELETE FROM today');
  const selectOffered = db.prepare('SELECT moment FROM offered');

  return {
    get: (): TodayPick | null => {
      const row = select.get();
      return row ? { date: String(row['date']), offered: Number(row['offered']), moments: JSON.parse(String(row['moments'])) as MomentId[] } : null;
    },
    save: ({ date, offered, moments }: TodayPick): void => {
      save.run(date, offered, JSON.stringify(moments));
      for (const moment of moments) mark.run(moment);
    },
    markOffered: (moment: MomentId): void => void mark.run(moment),
    clear: (): void => void clear.run(),
    listEverOffered: (): Set<MomentId> => new Set(selectOffered.all().map((row) => row['moment'] as MomentId)),
  };
}
