/**
 * Of a session put together from several kept copies: which kept line each of its lines is. And what two machines said
 * differently of one thing: the journal goes on with one of them and keeps the other here.
 */
export const sql = `
CREATE TABLE merged_lines (
  derivation INTEGER NOT NULL REFERENCES derivations (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  transcript INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (derivation, start)
) WITHOUT ROWID;
CREATE INDEX merged_lines_transcript ON merged_lines (transcript);

CREATE TABLE conflicts (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (kind, id, json)
) WITHOUT ROWID;
`;
