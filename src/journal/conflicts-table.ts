import type { DatabaseSync } from 'node:sqlite';

export interface Conflict {
  readonly kind: 'round' | 'dismissal';
  readonly id: string;
  /** What was not gone on with, whole. */
  readonly json: string;
}

/** What two machines said differently of one thing: nothing of it is lost. */
export function createConflictsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT OR IGNORE INTO conflicts (kind, id, json) VALUES (?, ?, ?)');
  const selectAll = db.prepare('SELECT kind, id, json FROM conflicts ORDER BY kind, id, json');

  return {
    /** Once, however often it is met. */
    add: ({ kind, id, json }: Conflict): void => void insert.run(kind, id, json),
    list: (): Conflict[] => selectAll.all() as unknown as Conflict[],
  };
}
