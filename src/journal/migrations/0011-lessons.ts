/** Lessons of the team as last seen, and where their code was found, so that a line says why without a network. */
export const sql = `
CREATE TABLE cached_lessons (repository TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (repository, id)) WITHOUT ROWID;
CREATE TABLE lesson_holds (
  lesson TEXT NOT NULL, content_hash TEXT NOT NULL, path TEXT NOT NULL, commit_sha TEXT NOT NULL, PRIMARY KEY (lesson, content_hash)
) WITHOUT ROWID;
`;
