/**
 * A file may hold several sessions that are kept one by one: `part` is the session's own id within it, '' for the file itself.
 * `format` names the source that unpacked what is kept into messages; NULL where the file's own lines are kept.
 */
export const sql = `
ALTER TABLE transcripts ADD COLUMN part TEXT NOT NULL DEFAULT '';
ALTER TABLE transcripts ADD COLUMN format TEXT;
`;
