/** Experiments of repositories: what was tried, what became of it, and what was learned. */
export const sql = `
CREATE TABLE experiments (
  repository TEXT NOT NULL,
  name TEXT NOT NULL,
  started_at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (repository, name, started_at)
) WITHOUT ROWID;
`;
