/** Drills mined from repositories, what became of every candidate, and what people answered. */
export const sql = `
CREATE TABLE drills (
  id TEXT NOT NULL,
  repository TEXT NOT NULL,
  form TEXT NOT NULL,
  body TEXT NOT NULL,
  drawn_at TEXT,
  drawn_unaided INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (repository, id)
) WITHOUT ROWID;
CREATE TABLE drill_candidates (
  repository TEXT NOT NULL,
  key TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (repository, key)
) WITHOUT ROWID;
CREATE TABLE drill_answers (
  drill TEXT NOT NULL,
  repository TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (repository, drill),
  FOREIGN KEY (repository, drill) REFERENCES drills (repository, id)
) WITHOUT ROWID;
`;
