/** Rounds for two as their participant keeps them, what settled a round later, and evidence a person linked to an activity. */
export const sql = `
CREATE TABLE team_rounds (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settlements (
  round TEXT NOT NULL, how TEXT NOT NULL, ref TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (round, how, ref)
) WITHOUT ROWID;
CREATE TABLE linked_evidence (id TEXT PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
`;
