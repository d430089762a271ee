import type { DatabaseSync } from 'node:sqlite';
import type { AgentName } from '../model/agent.ts';
import type { LaneMark, SessionCounts } from '../model/api/sessions.ts';
import type { Session, SessionId } from '../model/session.ts';

/** The person's own messages as a case needs them. */
export interface TurnMark {
  readonly seq: number;
  readonly line: number;
  readonly request: boolean;
}

/** What the session's own page draws, made once from its facts. */
export interface StoredDetail {
  readonly session: Session;
  readonly durationMs: number;
  readonly lanes: Readonly<Record<'you' | 'agent' | 'edits' | 'runs' | 'commits', readonly LaneMark[]>>;
  readonly turns: readonly TurnMark[];
}

export interface SessionRecord {
  readonly id: SessionId;
  /** The reading of a transcript whose events these are. */
  readonly derivation: number;
  readonly agent: AgentName;
  /** The session a sub-agent worked for. */
  readonly parent: SessionId | null;
  readonly title: string;
  /** The first words of the person: a name for the session that says nothing of what came later. */
  readonly opening: string;
  readonly repository: string | null;
  readonly branch: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** When it went on last, or else when its file was written. */
  readonly sortAt: string;
  readonly demo: boolean;
  readonly counts: SessionCounts;
  readonly spark: readonly number[];
}

export interface NewSession extends SessionRecord {
  readonly detail: StoredDetail;
  /** What searching looks through: the title and the person's prompts. */
  readonly words: string;
}

export interface SessionsQuery {
  readonly agent?: AgentName;
  readonly repository?: string;
  /** ISO instants: from inclusive, before exclusive. */
  readonly from?: string;
  readonly before?: string;
  readonly query?: string;
  readonly after?: { readonly sortAt: string; readonly id: string };
  readonly limit: number;
}

/** What ranking asks of a session. */
export interface SearchableSession {
  readonly id: SessionId;
  readonly derivation: number;
  readonly sortAt: string;
}

const COLUMNS = `s.id, s.derivation, s.agent, s.parent, s.title, s.opening, s.repository, s.branch, s.started_at AS startedAt, s.ended_at AS endedAt,
  s.sort_at AS sortAt, s.demo, s.counts, s.spark`;

const toRecord = (row: Record<string, unknown>): SessionRecord =>
  ({ ...row, demo: row['demo'] === 1, counts: JSON.parse(String(row['counts'])), spark: JSON.parse(String(row['spark'])) }) as unknown as SessionRecord;

// A sub-agent's session is listed under its parent, or by itself where the parent is not here.
const IS_TOP = 'NOT EXISTS (SELECT 1 FROM sessions p WHERE p.id = s.parent)';
const FITS = `(:agent IS NULL OR s.agent = :agent) AND (:repository IS NULL OR s.repository = :repository)
  AND (:from IS NULL OR s.sort_at >= :from) AND (:before IS NULL OR s.sort_at < :before)`;
const MATCHES = `${IS_TOP} AND ${FITS} AND (:query IS NULL OR s.words LIKE :query ESCAPE '\\')`;

const toPattern = (query: string): string => `%${query.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

type SessionFilters = Pick<SessionsQuery, 'agent' | 'repository' | 'from' | 'before'>;

const fits = ({ agent, repository, from, before }: SessionFilters) => ({
  agent: agent ?? null,
  repository: repository ?? null,
  from: from ?? null,
  before: before ?? null,
});

const filters = ({ query, ...rest }: Omit<SessionsQuery, 'limit'>) => ({
  ...fits(rest),
  query: query ? toPattern(query) : null,
});

export function createSessionsTable(db: DatabaseSync) {
  const save = db.prepare(`INSERT OR REPLACE INTO sessions
    (id, derivation, agent, parent, title, opening, repository, branch, started_at, ended_at, sort_at, demo, counts, spark, detail, words)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const select = db.prepare(`SELECT ${COLUMNS} FROM sessions s WHERE s.id = ?`);
  const selectDetail = db.prepare('SELECT detail FROM sessions WHERE id = ?');
  const selectPage = db.prepare(`SELECT ${COLUMNS} FROM sessions s WHERE ${MATCHES}
    AND (:afterAt IS NULL OR s.sort_at < :afterAt OR (s.sort_at = :afterAt AND s.id > :afterId)) ORDER BY s.sort_at DESC, s.id LIMIT :limit`);
  const countMatches = db.prepare(`SELECT count(*) AS n FROM sessions s WHERE ${MATCHES}`);
  const selectSearchable = db.prepare(`SELECT s.id, s.derivation, s.sort_at AS sortAt FROM sessions s WHERE ${FITS}`);
  const selectChildren = db.prepare(`SELECT ${COLUMNS} FROM sessions s WHERE s.parent = ? ORDER BY s.sort_at, s.id`);
  const countChildren = db.prepare('SELECT count(*) AS n FROM sessions WHERE parent = ?');
  const selectAgents = db.prepare('SELECT DISTINCT agent FROM sessions ORDER BY agent');
  const selectRepositories = db.prepare('SELECT DISTINCT repository FROM sessions WHERE repository IS NOT NULL ORDER BY repository');
  const selectSince = db.prepare(`SELECT ${COLUMNS} FROM sessions s WHERE s.sort_at >= ? ORDER BY s.sort_at DESC`);
  const selectLatest = db.prepare('SELECT max(sort_at) AS at FROM sessions WHERE demo = ?');
  const countAll = db.prepare('SELECT count(*) AS n FROM sessions WHERE demo = ?');
  const selectPrefix = db.prepare("SELECT id FROM sessions WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2");
  const selectOfTranscripts = db.prepare(
    'SELECT s.id, s.derivation FROM sessions s JOIN derivations d ON d.id = s.derivation WHERE d.transcript IN (SELECT value FROM json_each(?))',
  );
  const selectDemo = db.prepare('SELECT id FROM sessions WHERE demo = 1');
  const remove = db.prepare('DELETE FROM sessions WHERE id = ?');

  return {
    save: (session: NewSession): void => {
      const { id, derivation, agent, parent, title, opening, repository, branch, startedAt, endedAt, sortAt, demo, counts, spark, detail, words } = session;
      const json = [counts, spark, detail].map((value) => JSON.stringify(value));
      save.run(id, derivation, agent, parent, title, opening, repository, branch, startedAt, endedAt, sortAt, demo ? 1 : 0, ...json, words);
    },
    get: (id: SessionId): SessionRecord | null => {
      const row = select.get(id);
      return row ? toRecord(row) : null;
    },
    getDetail: (id: SessionId): StoredDetail | null => {
      const row = selectDetail.get(id);
      return row ? (JSON.parse(String(row['detail'])) as StoredDetail) : null;
    },
    /** Newest first; sub-agents' sessions under their parents only. */
    list: (query: SessionsQuery): SessionRecord[] =>
      selectPage.all({ ...filters(query), afterAt: query.after?.sortAt ?? null, afterId: query.after?.id ?? null, limit: query.limit }).map(toRecord),
    countMatching: (query: Omit<SessionsQuery, 'limit'>): number => Number(countMatches.get(filters(query))?.['n']),
    /** Sub-agents' sessions too, in no order. */
    listSearchable: (query: SessionFilters): SearchableSession[] => selectSearchable.all(fits(query)) as unknown as SearchableSession[],
    /** Sessions as they were last made of these transcripts. */
    listOfTranscripts: (transcripts: readonly number[]): { id: SessionId; derivation: number }[] =>
      selectOfTranscripts.all(JSON.stringify(transcripts)) as unknown as { id: SessionId; derivation: number }[],
    listChildren: (parent: SessionId): SessionRecord[] => selectChildren.all(parent).map(toRecord),
    countChildren: (parent: SessionId): number => Number(countChildren.get(parent)?.['n']),
    listAgents: (): AgentName[] => selectAgents.all().map((row) => row['agent'] as AgentName),
    listRepositories: (): string[] => selectRepositories.all().map((row) => String(row['repository'])),
    /** Sessions that went on at or after the instant, sub-agents' too, newest first. */
    listSince: (at: string): SessionRecord[] => selectSince.all(at).map(toRecord),
    getLatestAt: (demo: boolean): string | null => (selectLatest.get(demo ? 1 : 0)?.['at'] as string | null) ?? null,
    count: (demo: boolean): number => Number(countAll.get(demo ? 1 : 0)?.['n']),
    findByPrefix: (prefix: string): SessionId[] => selectPrefix.all(prefix).map((row) => row['id'] as SessionId),
    listDemoIds: (): SessionId[] => selectDemo.all().map((row) => row['id'] as SessionId),
    remove: (id: SessionId): void => void remove.run(id),
  };
}
