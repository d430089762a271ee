import type { DatabaseSync } from 'node:sqlite';
import { drillAnswerSchema, drillFormSchema, drillSchema, type Drill, type DrillAnswer, type DrillForm } from '../model/drill.ts';

/** A drill with when it was first drawn, as what, and whether no agent was seen then. */
export interface KeptDrill extends Drill {
  readonly drawnAt: string | null;
  readonly drawnForm: DrillForm | null;
  readonly drawnUnaided: boolean;
}

const toDrill = (row: Record<string, unknown>): KeptDrill => ({
  ...drillSchema.parse(JSON.parse(String(row['body']))),
  drawnAt: row['drawn_at'] === null ? null : String(row['drawn_at']),
  drawnForm: row['drawn_form'] === null ? null : drillFormSchema.parse(row['drawn_form']),
  drawnUnaided: row['drawn_unaided'] === 1,
});

/** Drills of repositories, by the repository's folder. */
export function createDrillsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO drills (id, repository, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const select = db.prepare('SELECT * FROM drills WHERE repository = ? ORDER BY id');
  const selectByStart = db.prepare('SELECT * FROM drills WHERE repository = ? AND substr(id, 1, length(?2)) = ?2');
  const selectRepositories = db.prepare('SELECT DISTINCT repository FROM drill_candidates ORDER BY repository');
  const draw = db.prepare('UPDATE drills SET drawn_at = ?, drawn_form = ?, drawn_unaided = ? WHERE repository = ? AND id = ? AND drawn_at IS NULL');
  const answer = db.prepare('INSERT INTO drill_answers (drill, repository, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const selectAnswers = db.prepare('SELECT body FROM drill_answers WHERE repository = ? ORDER BY drill');
  const selectAllAnswers = db.prepare(
    'SELECT a.body, d.drawn_form AS form FROM drill_answers a JOIN drills d ON d.repository = a.repository AND d.id = a.drill ORDER BY d.repository, d.id',
  );
  const insertCandidate = db.prepare(
    'INSERT INTO drill_candidates (repository, key, outcome, at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET outcome = excluded.outcome, at = excluded.at',
  );
  const selectCandidates = db.prepare('SELECT key, outcome FROM drill_candidates WHERE repository = ?');
  const selectForms = db.prepare('SELECT drill, form FROM drill_forms WHERE repository = ?');
  const clearForms = db.prepare('DELETE FROM drill_forms');
  const insertForm = db.prepare('INSERT INTO drill_forms (repository, drill, form) VALUES (?, ?, ?)');

  return {
    /** False where the repository has that drill already. */
    add: (one: Drill): boolean => insert.run(one.id, one.repository, JSON.stringify(one)).changes > 0,
    list: (repository: string): KeptDrill[] => select.all(repository).map(toDrill),
    /** By the beginning of their id. */
    find: (repository: string, start: string): KeptDrill[] => selectByStart.all(repository, start).map(toDrill),
    /** Folders of repositories that were mined. */
    listRepositories: (): string[] => selectRepositories.all().map((row) => String(row['repository'])),
    /** False where another process has drawn it meanwhile. */
    markDrawn: (repository: string, id: string, { at, form, isUnaided }: { at: string; form: DrillForm; isUnaided: boolean }): boolean =>
      draw.run(at, form, isUnaided ? 1 : 0, repository, id).changes > 0,
    /** The first answer stays: false where there is one. */
    saveAnswer: (one: DrillAnswer): boolean => answer.run(one.drill, one.repository, JSON.stringify(one)).changes > 0,
    listAnswers: (repository: string): DrillAnswer[] => selectAnswers.all(repository).map((row) => drillAnswerSchema.parse(JSON.parse(String(row['body'])))),
    /** Of all repositories, with what each drill was drawn as. */
    listAllAnswers: (): { answer: DrillAnswer; form: DrillForm }[] =>
      selectAllAnswers.all().map((row) => ({
        answer: drillAnswerSchema.parse(JSON.parse(String(row['body']))),
        form: drillFormSchema.parse(row['form']),
      })),
    saveCandidate: (repository: string, key: string, outcome: string, at: string): void => void insertCandidate.run(repository, key, outcome, at),
    /** What became of every candidate that was tried, by its key. */
    listCandidates: (repository: string): Map<string, string> =>
      new Map(selectCandidates.all(repository).map((row) => [String(row['key']), String(row['outcome'])])),
    /** The forms of this year, once the first of them was drawn; empty before. */
    listForms: (repository: string): Map<string, DrillForm> =>
      new Map(selectForms.all(repository).map((row) => [String(row['drill']), drillFormSchema.parse(row['form'])])),
    saveForms: (repository: string, formById: ReadonlyMap<string, DrillForm>): void => {
      for (const [id, form] of formById) insertForm.run(repository, id, form);
    },
    /** A new year has forms of its own. What was drawn stays drawn. */
    clearForms: (): void => void clearForms.run(),
  };
}
