export const sql = `
CREATE TABLE transcripts (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  generation INTEGER NOT NULL,
  current INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL,
  agent TEXT,
  size INTEGER NOT NULL,
  mtime_ms REAL NOT NULL,
  inode INTEGER NOT NULL,
  captured INTEGER NOT NULL DEFAULT 0,
  lines INTEGER NOT NULL DEFAULT 0,
  prefix_hash TEXT NOT NULL DEFAULT '',
  tail BLOB,
  session TEXT,
  derived_by TEXT,
  demo INTEGER NOT NULL DEFAULT 0,
  UNIQUE (path, generation)
);
CREATE INDEX transcripts_session ON transcripts (session);

CREATE TABLE raw_segments (
  transcript INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  first_line INTEGER NOT NULL,
  zstd BLOB NOT NULL,
  PRIMARY KEY (transcript, start)
);

CREATE TABLE derivations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  transcript INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  begun_at TEXT NOT NULL
);
CREATE INDEX derivations_transcript ON derivations (transcript);

CREATE TABLE events (
  derivation INTEGER NOT NULL REFERENCES derivations (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at TEXT,
  json TEXT NOT NULL,
  PRIMARY KEY (derivation, seq)
) WITHOUT ROWID;

CREATE TABLE event_facts (
  derivation INTEGER NOT NULL REFERENCES derivations (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (derivation, seq)
) WITHOUT ROWID;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  derivation INTEGER NOT NULL REFERENCES derivations (id),
  agent TEXT NOT NULL,
  parent TEXT,
  title TEXT NOT NULL,
  opening TEXT NOT NULL,
  repository TEXT,
  branch TEXT,
  started_at TEXT,
  ended_at TEXT,
  sort_at TEXT NOT NULL,
  demo INTEGER NOT NULL,
  counts TEXT NOT NULL,
  spark TEXT NOT NULL,
  detail TEXT NOT NULL,
  words TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_sort ON sessions (sort_at DESC, id);
CREATE INDEX sessions_parent ON sessions (parent);
CREATE INDEX sessions_derivation ON sessions (derivation);

CREATE TABLE moments (
  id TEXT PRIMARY KEY,
  session TEXT NOT NULL,
  rank INTEGER NOT NULL,
  rule TEXT NOT NULL,
  sound INTEGER NOT NULL,
  decision_line INTEGER NOT NULL,
  place TEXT NOT NULL,
  context TEXT NOT NULL,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX moments_session ON moments (session, rank);

CREATE TABLE offered (moment TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE today (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), date TEXT NOT NULL, offered INTEGER NOT NULL, moments TEXT NOT NULL);

CREATE TABLE dismissals (
  moment TEXT PRIMARY KEY,
  repository TEXT,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT,
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX dismissals_repository ON dismissals (repository, rule);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  files INTEGER NOT NULL,
  problems TEXT NOT NULL
);

CREATE TABLE unknown_records (
  transcript INTEGER NOT NULL REFERENCES transcripts (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (transcript, name)
) WITHOUT ROWID;

CREATE TABLE rounds (
  id TEXT PRIMARY KEY,
  moment TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  closed_at TEXT,
  json TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX rounds_moment ON rounds (moment);
CREATE TABLE round_log (
  round TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (round, step)
) WITHOUT ROWID;

CREATE TABLE settings (name TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;
`;
