/** What is written down about beliefs (only ever added to), cards for recall, and ratings of activities. */
export const sql = `
CREATE TABLE ledger (id TEXT PRIMARY KEY, misconception TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE recall_cards (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE ratings (id TEXT PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
`;
