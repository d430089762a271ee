import type { DatabaseSync } from 'node:sqlite';
import { drillAnswerSchema, drillSchema, type Drill, type DrillAnswer, type DrillForm } from '../model/drill.ts';

/** A drill with when it was first drawn, and whether no agent was seen then. */
export interface KeptDrill extends Drill {
  readonly drawnAt: string | null;
  readonly drawnUnaided: boolean;
}

const toDrill = (row: Record<string, unknown>): KeptDrill => ({
  ...drillSchema.parse(JSON.parse(String(row['body']))),
  drawnAt: row['drawn_at'] === null ? null : String(row['drawn_at']),
  drawnUnaided: row['drawn_unaided'] === 1,
});

/** Drills of repositories, by the repository's folder. */
export function createDrillsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO drills (id, repository, form, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const select = db.prepare('SELECT * FROM drills WHERE repository = ? ORDER BY id');
  const selectByStart = db.prepare('SELECT * FROM drills WHERE repository = ? AND substr(id, 1, length(?2)) = ?2');
  const selectUnseen = db.prepare('SELECT * FROM drills WHERE repository = ? AND form = ? AND drawn_at IS NULL ORDER BY id LIMIT 1');
  const draw = db.prepare('UPDATE drills SET drawn_at = ?, drawn_unaided = ? WHERE repository = ? AND id = ? AND drawn_at IS NULL');
  const answer = db.prepare('INSERT INTO drill_answers (drill, repository, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const selectAnswers = db.prepare('SELECT body FROM drill_answers WHERE repository = ? ORDER BY drill');
  const insertCandidate = db.prepare(
    'INSERT INTO drill_candidates (repository, key, outcome, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET outcome = excluded.outcome, at = excluded.at',
  );
  const selectCandidates = db.prepare('SELECT key, outcome FROM drill_candidates WHERE repository = ?');

  return {
    /** False where the repository has that drill already. */
    add: (one: Drill): boolean => insert.run(one.id, one.repository, one.form, JSON.stringify(one)).changes > 0,
    list: (repository: string): KeptDrill[] => select.all(repository).map(toDrill),
    /** By the beginning of their id. */
    find: (repository: string, start: string): KeptDrill[] => selectByStart.all(repository, start).map(toDrill),
    findUnseen: (repository: string, form: DrillForm): KeptDrill | null => {
      const row = selectUnseen.get(repository, form);
      return row ? toDrill(row) : null;
    },
    /** False where another process has drawn it meanwhile. */
    markDrawn: (repository: string, id: string, at: string, isUnaided: boolean): boolean => draw.run(at, isUnaided ? 1 : 0, repository, id).changes > 0,
    /** The first answer stays: false where there is one. */
    saveAnswer: (one: DrillAnswer): boolean => answer.run(one.drill, one.repository, JSON.stringify(one)).changes > 0,
    listAnswers: (repository: string): DrillAnswer[] => selectAnswers.all(repository).map((row) => drillAnswerSchema.parse(JSON.parse(String(row['body'])))),
    saveCandidate: (repository: string, key: string, outcome: string, at: string): void => void insertCandidate.run(repository, key, outcome, at),
    /** What became of every candidate that was tried, by its key. */
    listCandidates: (repository: string): Map<string, string> =>
      new Map(selectCandidates.all(repository).map((row) => [String(row['key']), String(row['outcome'])])),
  };
}
