import type { DatabaseSync } from 'node:sqlite';
import type { Dismissal } from '../model/api/today.ts';
import type { MomentId } from '../model/moment.ts';

export interface DismissalRow {
  readonly moment: MomentId;
  readonly repository: string | null;
  readonly rule: string;
  readonly dismissal: Dismissal;
  readonly at: string;
}

export interface RestorationRow {
  readonly moment: MomentId;
  readonly at: string;
}

const toDismissal = (row: Record<string, unknown>): Dismissal => ({
  reason: row['reason'] as Dismissal['reason'],
  note: (row['note'] as string | null) ?? undefined,
});

/** Moments put away with a reason. "Legitimate here" also teaches the ranking, in that repository only. */
export function createDismissalsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR REPLACE INTO dismissals (moment, repository, rule, reason, note, at) VALUES (?, ?, ?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM dismissals WHERE moment = ?');
  const select = db.prepare('SELECT reason, note FROM dismissals WHERE moment = ?');
  const selectAll = db.prepare('SELECT moment, repository, rule, reason, note, at FROM dismissals ORDER BY moment');
  const selectMoments = db.prepare('SELECT moment FROM dismissals');
  const insertRestoration = db.prepare('INSERT OR REPLACE INTO restorations (moment, at) VALUES (?, ?)');
  const removeRestoration = db.prepare('DELETE FROM restorations WHERE moment = ?');
  const selectRestorations = db.prepare('SELECT moment, at FROM restorations ORDER BY moment');
  const countLegitimate = db.prepare(`SELECT rule, count(*) AS n FROM dismissals WHERE reason = 'legitimate-here' AND repository IS ? GROUP BY rule`);

  return {
    add: ({ moment, repository, rule, dismissal, at }: DismissalRow): void => {
      insert.run(moment, repository, rule, dismissal.reason, dismissal.note ?? null, at);
      removeRestoration.run(moment);
    },
    /** Takes a dismissal back, and keeps when: the later of the two acts holds on every machine. */
    restore: ({ moment, at }: RestorationRow): void => {
      remove.run(moment);
      insertRestoration.run(moment, at);
    },
    /** As if nothing had ever been said of it. */
    forget: (moment: MomentId): void => {
      remove.run(moment);
      removeRestoration.run(moment);
    },
    listRestored: (): RestorationRow[] => selectRestorations.all() as unknown as RestorationRow[],
    get: (moment: MomentId): Dismissal | null => {
      const row = select.get(moment);
      return row ? toDismissal(row) : null;
    },
    list: (): DismissalRow[] =>
      selectAll.all().map((row) => ({
        moment: row['moment'] as MomentId,
        repository: row['repository'] as string | null,
        rule: String(row['rule']),
        dismissal: toDismissal(row),
        at: String(row['at']),
      })),
    listMoments: (): MomentId[] => selectMoments.all().map((row) => row['moment'] as MomentId),
    /** How often each rule was called legitimate in a repository. */
    countLegitimate: (repository: string | null): Map<string, number> =>
      new Map(countLegitimate.all(repository).map((row) => [String(row['rule']), Number(row['n'])])),
  };
}
