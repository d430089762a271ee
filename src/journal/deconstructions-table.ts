import type { DatabaseSync } from 'node:sqlite';
import { deconstructedHunkSchema, type DeconstructedHunk } from '../model/deconstruction.ts';

function toHunk(row: Record<string, unknown>): DeconstructedHunk {
  const json = (name: string): unknown => (row[name] === null ? null : JSON.parse(String(row[name])));
  return deconstructedHunkSchema.parse({
    ...row,
    hunk: json('hunk'),
    reasons: json('reasons'),
    failingTests: json('failing_tests'),
    prediction: json('prediction'),
    predictedRight: row['predicted_right'] === null ? null : row['predicted_right'] === 1,
  });
}

/** Hunks that were taken out of a change, by repository. */
export function createDeconstructionsTable(db: DatabaseSync) {
  // Taken out again, a hunk keeps what somebody said of it.
  const insert =
    db.prepare(`INSERT INTO deconstructed_hunks (id, repository, path, hunk, risk, reasons, finding, failing_tests, prediction, predicted_right, explanation, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (repository, id) DO UPDATE SET hunk = excluded.hunk, risk = excluded.risk, reasons = excluded.reasons, finding = excluded.finding,
      failing_tests = excluded.failing_tests, prediction = coalesce(excluded.prediction, prediction),
      predicted_right = CASE WHEN excluded.prediction IS NULL THEN predicted_right ELSE excluded.predicted_right END, at = excluded.at`);
  const selectUnexplained = db.prepare(
    `SELECT * FROM deconstructed_hunks WHERE repository = ? AND finding = 'unexplained' AND explanation IS NULL ORDER BY risk DESC, path, id`,
  );
  const selectByStart = db.prepare(`SELECT * FROM deconstructed_hunks WHERE repository = ? AND substr(id, 1, length(?2)) = ?2`);
  const explain = db.prepare('UPDATE deconstructed_hunks SET explanation = ? WHERE repository = ? AND id = ?');

  return {
    save: (one: DeconstructedHunk): void =>
      void insert.run(
        one.id,
        one.repository,
        one.path,
        JSON.stringify(one.hunk),
        one.risk,
        JSON.stringify(one.reasons),
        one.finding,
        JSON.stringify(one.failingTests),
        one.prediction && JSON.stringify(one.prediction),
        one.predictedRight === null ? null : one.predictedRight ? 1 : 0,
        one.explanation,
        one.at,
      ),
    /** Those that no test minded and nobody has explained, the riskiest first. */
    listUnexplained: (repository: string): DeconstructedHunk[] => selectUnexplained.all(repository).map(toHunk),
    /** By the beginning of their id. */
    find: (repository: string, start: string): DeconstructedHunk[] => selectByStart.all(repository, start).map(toHunk),
    /** Null takes an explanation back. */
    setExplanation: (repository: string, id: string, explanation: string | null): void => void explain.run(explanation, repository, id),
  };
}
