/** Hunks that were taken out, what happened then, and what was found out about those nothing minded. */
export const sql = `
CREATE TABLE deconstructed_hunks (
  id TEXT NOT NULL,
  repository TEXT NOT NULL,
  path TEXT NOT NULL,
  hunk TEXT NOT NULL,
  risk REAL NOT NULL,
  reasons TEXT NOT NULL,
  finding TEXT NOT NULL,
  failing_tests TEXT NOT NULL,
  prediction TEXT,
  predicted_right INTEGER,
  explanation TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (repository, id)
) WITHOUT ROWID;
`;
