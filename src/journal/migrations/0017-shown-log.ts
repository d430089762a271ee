/** What of this journal was shown to somebody through the team: what it was, to whom, when, and until when. */
export const sql = `
CREATE TABLE shown_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  host TEXT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  reader TEXT NOT NULL,
  reader_name TEXT,
  bytes INTEGER NOT NULL,
  remote TEXT,
  outcome TEXT,
  ended_at TEXT
);
CREATE UNIQUE INDEX shown_log_remote ON shown_log (host, remote);
`;
