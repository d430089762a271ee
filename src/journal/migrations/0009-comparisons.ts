/** Outputs for one task, compared blind. */
export const sql = `
CREATE TABLE comparisons (id TEXT PRIMARY KEY, state TEXT NOT NULL, drawn_at TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
`;
