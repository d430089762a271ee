/** What a language model was sent and said, where its owner turned one on. Keys are never here. */
export const sql = `
CREATE TABLE readings (
  moment TEXT PRIMARY KEY,
  request TEXT NOT NULL,
  reader TEXT NOT NULL,
  at TEXT NOT NULL,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX readings_request ON readings (request);

CREATE TABLE sharing_log (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  moment TEXT NOT NULL,
  host TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  outcome TEXT
);
CREATE INDEX sharing_log_at ON sharing_log (at);
`;
