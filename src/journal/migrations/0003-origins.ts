/** What sessions wrote into files, found by file name and by line, so that a line of today is joined to its session at once. */
export const sql = `
CREATE TABLE origin_sessions (
  derivation INTEGER PRIMARY KEY REFERENCES derivations (id) ON DELETE CASCADE,
  session TEXT NOT NULL,
  agent TEXT NOT NULL,
  native_id TEXT NOT NULL,
  cwd TEXT,
  repository_url TEXT,
  head_commit TEXT
);

CREATE TABLE writings (
  id INTEGER PRIMARY KEY,
  derivation INTEGER NOT NULL REFERENCES derivations (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER,
  thread TEXT NOT NULL,
  way TEXT NOT NULL,
  paths TEXT NOT NULL,
  lines TEXT NOT NULL
);
CREATE INDEX writings_derivation ON writings (derivation);

CREATE TABLE writing_names (
  name TEXT NOT NULL,
  writing INTEGER NOT NULL REFERENCES writings (id) ON DELETE CASCADE,
  PRIMARY KEY (name, writing)
) WITHOUT ROWID;
CREATE INDEX writing_names_writing ON writing_names (writing);

CREATE TABLE written_lines (
  hash INTEGER NOT NULL,
  writing INTEGER NOT NULL REFERENCES writings (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, writing)
) WITHOUT ROWID;
CREATE INDEX written_lines_writing ON written_lines (writing);

CREATE TABLE touches (
  derivation INTEGER NOT NULL REFERENCES derivations (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER,
  thread TEXT NOT NULL,
  program TEXT NOT NULL,
  paths TEXT
);
CREATE INDEX touches_derivation ON touches (derivation);

CREATE TABLE made_commits (
  derivation INTEGER NOT NULL REFERENCES derivations (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  at INTEGER,
  sha TEXT,
  subject TEXT NOT NULL
);
CREATE INDEX made_commits_derivation ON made_commits (derivation);
`;
