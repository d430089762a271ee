/**
 * Forms are made up for a person's year from all drills at once. Drills mined before that name no place of the code, so they and
 * what was answered to them are mined anew; no version with them was released.
 */
export const sql = `
DROP TABLE drill_answers;
DROP TABLE drills;
DELETE FROM drill_candidates;
CREATE TABLE drills (
  id TEXT NOT NULL,
  repository TEXT NOT NULL,
  body TEXT NOT NULL,
  drawn_at TEXT,
  drawn_form TEXT,
  drawn_unaided INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (repository, id)
) WITHOUT ROWID;
CREATE TABLE drill_forms (
  repository TEXT NOT NULL,
  drill TEXT NOT NULL,
  form TEXT NOT NULL,
  PRIMARY KEY (repository, drill),
  FOREIGN KEY (repository, drill) REFERENCES drills (repository, id)
) WITHOUT ROWID;
CREATE TABLE drill_answers (
  drill TEXT NOT NULL,
  repository TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (repository, drill),
  FOREIGN KEY (repository, drill) REFERENCES drills (repository, id)
) WITHOUT ROWID;
`;
