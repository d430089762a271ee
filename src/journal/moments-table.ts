import type { DatabaseSync } from 'node:sqlite';
import type { Moment, MomentId } from '../model/moment.ts';
import type { SessionId } from '../model/session.ts';

/** A moment with what its card says of its surroundings, all of it known at the decision. */
export interface MomentRecord {
  readonly moment: Moment;
  readonly place: string;
  readonly context: string;
}

const parseRecord = (row: Record<string, unknown>): MomentRecord => ({
  moment: JSON.parse(String(row['json'])) as Moment,
  place: String(row['place']),
  context: String(row['context']),
});

export function createMomentsTable(db: DatabaseSync) {
  // Somebody's round on a moment outlives the rule that found it.
  const clear = db.prepare('DELETE FROM moments WHERE session = ? AND id NOT IN (SELECT moment FROM rounds)');
  const insert = db.prepare(`INSERT OR REPLACE INTO moments (id, session, rank, rule, sound, decision_line, place, context, json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertMissing = db.prepare(`INSERT OR IGNORE INTO moments (id, session, rank, rule, sound, decision_line, place, context, json)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const select = db.prepare('SELECT place, context, json FROM moments WHERE id = ?');
  const selectOfSession = db.prepare('SELECT place, context, json FROM moments WHERE session = ? ORDER BY rank, id');
  const selectSince = db.prepare(`SELECT m.place, m.context, m.json FROM moments m JOIN sessions s ON s.id = m.session
    WHERE s.sort_at >= ? AND s.demo = ? AND m.id NOT IN (SELECT moment FROM dismissals) ORDER BY s.sort_at DESC, m.session, m.rank`);
  const selectPage = db.prepare(`SELECT m.place, m.context, m.json FROM moments m JOIN sessions s ON s.id = m.session
    WHERE m.id NOT IN (SELECT moment FROM dismissals) ORDER BY s.sort_at DESC, m.session, m.decision_line, m.id LIMIT ? OFFSET ?`);
  const selectPrefix = db.prepare("SELECT id FROM moments WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2");
  const countAll = db.prepare('SELECT count(*) AS n FROM moments WHERE id NOT IN (SELECT moment FROM dismissals)');
  const countUnjudged = db.prepare(`SELECT count(*) AS n FROM moments WHERE id NOT IN (SELECT moment FROM dismissals)
    AND id NOT IN (SELECT moment FROM rounds WHERE state <> 'withdrawn')`);
  const countOfRule = db.prepare(`SELECT count(*) AS n FROM moments m JOIN sessions s ON s.id = m.session
    WHERE m.rule = ? AND s.repository IS ? AND m.id NOT IN (SELECT moment FROM dismissals)`);

  return {
    /** Replaces what was found in the session. Ids are made of content, so rounds and dismissals stay attached. */
    replace: (session: SessionId, records: readonly MomentRecord[]): void => {
      clear.run(session);
      for (const { moment, place, context } of records) {
        const sound = moment.kind === 'good-practice' ? 1 : 0;
        insert.run(moment.id, session, moment.rank, moment.rule, sound, moment.decision.start, place, context, JSON.stringify(moment));
      }
    },
    /** Unless it is known: a moment that a round of another machine is on, whether or not it is found again here. */
    addMissing: ({ moment, place, context }: MomentRecord): void => {
      const sound = moment.kind === 'good-practice' ? 1 : 0;
      insertMissing.run(moment.id, moment.session, moment.rank, moment.rule, sound, moment.decision.start, place, context, JSON.stringify(moment));
    },
    get: (id: MomentId): MomentRecord | null => {
      const row = select.get(id);
      return row ? parseRecord(row) : null;
    },
    listOfSession: (session: SessionId): MomentRecord[] => selectOfSession.all(session).map(parseRecord),
    /** Not dismissed, of sessions that went on at or after `since`, newest session first. */
    listSince: (since: string, demo: boolean): MomentRecord[] => selectSince.all(since, demo ? 1 : 0).map(parseRecord),
    /** Not dismissed, newest session first; within one, in the order of the session, which says nothing of their worth. */
    list: (limit: number, offset: number): MomentRecord[] => selectPage.all(limit, offset).map(parseRecord),
    /** Ids that begin with `prefix`: none, the one, or two where it is not enough to tell. */
    findByPrefix: (prefix: string): MomentId[] => selectPrefix.all(prefix).map((row) => row['id'] as MomentId),
    count: (): number => Number(countAll.get()?.['n']),
    /** Of a rule in a repository, without those dismissed. */
    countOfRule: (rule: string, repository: string | null): number => Number(countOfRule.get(rule, repository)?.['n']),
    countUnjudged: (): number => Number(countUnjudged.get()?.['n']),
  };
}
