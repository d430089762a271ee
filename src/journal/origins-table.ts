import type { DatabaseSync } from 'node:sqlite';
import type { AgentName } from '../model/agent.ts';
import type { Session, SessionId } from '../model/session.ts';
import { hashText, toLineKey, weighKey } from '../origins/text/line-key.ts';
import type { MadeCommit, SessionWritings, Touch, Writing } from '../origins/writings/writing.ts';

/** A session as far as lines can come from it. */
export interface OriginSession {
  readonly derivation: number;
  readonly session: SessionId;
  readonly agent: AgentName;
  readonly nativeId: string;
  readonly cwd: string | null;
  readonly repositoryUrl: string | null;
  readonly headCommit: string | null;
}

export type StoredWriting = Writing & { readonly derivation: number };

/** Lines that say less than this are found by their file's name only: they stand in every file. */
const LEAST_WEIGHT = 0.35;

const toWriting = (row: Record<string, unknown>): StoredWriting =>
  ({ ...row, paths: JSON.parse(String(row['paths'])), lines: String(row['lines']).split('\n') }) as unknown as StoredWriting;
const toTouch = (row: Record<string, unknown>): Touch & { derivation: number } =>
  ({ ...row, paths: row['paths'] === null ? null : JSON.parse(String(row['paths'])) }) as unknown as Touch & { derivation: number };

/** What sessions wrote into files. */
export function createOriginsTable(db: DatabaseSync) {
  const insertSession = db.prepare(
    'INSERT OR REPLACE INTO origin_sessions (derivation, session, agent, native_id, cwd, repository_url, head_commit) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const insertWriting = db.prepare('INSERT INTO writings (derivation, seq, at, thread, way, paths, lines) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const insertName = db.prepare('INSERT OR IGNORE INTO writing_names (name, writing) VALUES (?, ?)');
  const insertLine = db.prepare('INSERT OR IGNORE INTO written_lines (hash, writing) VALUES (?, ?)');
  const insertTouch = db.prepare('INSERT INTO touches (derivation, seq, at, thread, program, paths) VALUES (?, ?, ?, ?, ?, ?)');
  const insertCommit = db.prepare('INSERT INTO made_commits (derivation, seq, at, sha, subject) VALUES (?, ?, ?, ?, ?)');
  const selectSessions =
    db.prepare(`SELECT o.derivation, o.session, o.agent, o.native_id AS nativeId, o.cwd, o.repository_url AS repositoryUrl, o.head_commit AS headCommit
    FROM origin_sessions o JOIN sessions s ON s.derivation = o.derivation`);
  const COLUMNS = 'w.derivation, w.seq, w.at, w.thread, w.way, w.paths, w.lines';
  const selectWritings = db.prepare(`SELECT ${COLUMNS} FROM writings w WHERE w.derivation IN (SELECT value FROM json_each(:derivations)) AND w.id IN (
    SELECT writing FROM writing_names WHERE name IN (SELECT value FROM json_each(:names)) UNION SELECT writing FROM written_lines WHERE hash IN (SELECT value FROM json_each(:hashes)))
    ORDER BY w.at, w.id`);
  const selectTouches = db.prepare(
    'SELECT derivation, seq, at, thread, program, paths FROM touches WHERE derivation IN (SELECT value FROM json_each(?)) ORDER BY at, seq',
  );
  const selectCommits = db.prepare(
    'SELECT derivation, seq, at, sha, subject FROM made_commits WHERE derivation IN (SELECT value FROM json_each(?)) ORDER BY at, seq',
  );

  return {
    add: (derivation: number, session: Session, { writings, touches, commits }: SessionWritings): void => {
      insertSession.run(
        derivation,
        session.id,
        session.agent,
        session.nativeId,
        session.cwd ?? null,
        session.repositoryUrl ?? null,
        session.headCommit ?? null,
      );
      for (const { seq, at, thread, way, paths, lines } of writings) {
        const id = Number(insertWriting.run(derivation, seq, at, thread, way, JSON.stringify(paths), lines.join('\n')).lastInsertRowid);
        for (const path of paths) insertName.run(toName(path), id);
        for (const hash of listTellingHashes(lines)) insertLine.run(hash, id);
      }
      for (const { seq, at, thread, program, paths } of touches)
        insertTouch.run(derivation, seq, at, thread, program, paths === null ? null : JSON.stringify(paths));
      for (const { seq, at, sha, subject } of commits) insertCommit.run(derivation, seq, at, sha, subject);
    },
    listSessions: (): OriginSession[] => selectSessions.all() as unknown as OriginSession[],
    /** Writings of these sessions into files of these names, or of these lines whatever the file, in the order of time. */
    findWritings: (derivations: readonly number[], { names, lines }: { names: readonly string[]; lines: readonly string[] }): StoredWriting[] =>
      selectWritings
        .all({ derivations: JSON.stringify(derivations), names: JSON.stringify(names), hashes: JSON.stringify(listTellingHashes(lines)) })
        .map(toWriting),
    listTouches: (derivations: readonly number[]): (Touch & { derivation: number })[] => selectTouches.all(JSON.stringify(derivations)).map(toTouch),
    listCommits: (derivations: readonly number[]): (MadeCommit & { derivation: number })[] =>
      selectCommits.all(JSON.stringify(derivations)) as unknown as (MadeCommit & { derivation: number })[],
  };
}

const toName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function listTellingHashes(lines: readonly string[]): number[] {
  const hashes = new Set<number>();
  for (const line of lines) {
    const key = toLineKey(line);
    if (weighKey(key) >= LEAST_WEIGHT) hashes.add(hashText(key));
  }
  return [...hashes];
}
