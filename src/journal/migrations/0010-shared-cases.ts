/** What was shared with other people: prepared, sent, forgotten. Of what was forgotten only that it was, when and to whom stays. */
export const sql = `
CREATE TABLE share_previews (
  digest TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE shared_cases (
  id INTEGER PRIMARY KEY,
  digest TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  host TEXT NOT NULL,
  pair TEXT NOT NULL,
  people TEXT NOT NULL,
  began_at TEXT NOT NULL,
  sent_at TEXT,
  case_id TEXT,
  -- Which moment, which tree of which repository, and what was taken out: null once forgotten.
  content TEXT,
  forget_asked_at TEXT,
  forgotten_at TEXT
);
CREATE UNIQUE INDEX shared_cases_digest ON shared_cases (digest) WHERE forgotten_at IS NULL;
CREATE INDEX shared_cases_case ON shared_cases (case_id);
`;
