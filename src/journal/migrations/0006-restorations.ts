/** When a dismissal was taken back: without it, another machine's older dismissal would come again with its journal. */
export const sql = `
CREATE TABLE restorations (moment TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
`;
