import type { DatabaseSync } from 'node:sqlite';
import type { EventFact } from '../model/api/sessions.ts';
import type { EventKind, SessionEvent } from '../model/event.ts';

const parseEvent = (row: Record<string, unknown>): SessionEvent => JSON.parse(String(row['json'])) as SessionEvent;

const toCount = (row: Record<string, unknown> | undefined): number => Number(row?.['n'] ?? 0);

export function createEventsTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO events (derivation, seq, line, kind, at, json) VALUES (?, ?, ?, ?, ?, ?)');
  const insertFact = db.prepare('INSERT INTO event_facts (derivation, seq, json) VALUES (?, ?, ?)');
  const selectPage = db.prepare('SELECT json FROM events WHERE derivation = ? AND seq >= ? ORDER BY seq LIMIT ?');
  const selectFacts = db.prepare('SELECT seq, json FROM event_facts WHERE derivation = ? AND seq BETWEEN ? AND ?');
  const countAll = db.prepare('SELECT count(*) AS n FROM events WHERE derivation = ?');
  const countUntil = db.prepare('SELECT count(*) AS n FROM events WHERE derivation = ? AND line <= ?');
  const countSince = db.prepare('SELECT count(*) AS n FROM events WHERE derivation = ? AND at >= ?');
  const countEverything = db.prepare('SELECT count(*) AS n FROM events WHERE derivation IN (SELECT derivation FROM sessions)');
  const selectLastUntil = db.prepare('SELECT json FROM events WHERE derivation = ? AND line <= ? ORDER BY seq DESC LIMIT ?');
  const selectSeq = db.prepare('SELECT min(seq) AS seq FROM events WHERE derivation = ? AND line >= ?');
  const selectLines = db.prepare('SELECT json FROM events WHERE derivation = ? AND line BETWEEN ? AND ? ORDER BY seq LIMIT ?');

  const selectBefore = db.prepare(
    'SELECT json FROM events WHERE derivation = ? AND seq < ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?',
  );
  const selectAfter = db.prepare('SELECT json FROM events WHERE derivation = ? AND seq > ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?');

  return {
    /** Whole files before and after an edit are never stored: the hunks are, and the raw record stays at hand. */
    add: (derivation: number, event: SessionEvent): void => {
      const stored = event.kind === 'edit' ? { ...event, before: undefined, after: undefined } : event;
      insert.run(derivation, event.seq, event.line, event.kind, event.at, JSON.stringify(stored));
    },
    addFact: (derivation: number, seq: number, fact: EventFact): void => void insertFact.run(derivation, seq, JSON.stringify(fact)),
    list: (derivation: number, from: number, limit: number): SessionEvent[] => selectPage.all(derivation, from, limit).map(parseEvent),
    listFacts: (derivation: number, from: number, to: number): Record<string, EventFact> =>
      Object.fromEntries(selectFacts.all(derivation, from, to).map((row) => [String(row['seq']), JSON.parse(String(row['json'])) as EventFact])),
    /** The last `limit` events that stand no later than `line`, in order. */
    listLastUntil: (derivation: number, line: number, limit: number): SessionEvent[] => selectLastUntil.all(derivation, line, limit).map(parseEvent).reverse(),
    listBetweenLines: (derivation: number, from: number, to: number, limit: number): SessionEvent[] =>
      selectLines.all(derivation, from, to, limit).map(parseEvent),
    /** `seq` of the first event at or after a line; 0 where there is none. */
    findSeqAtLine: (derivation: number, line: number): number => Number(selectSeq.get(derivation, line)?.['seq'] ?? 0),
    /** Events of these kinds before `seq`, the nearest first. */
    listNearestBefore: (derivation: number, kinds: readonly EventKind[], seq: number, limit: number): SessionEvent[] =>
      selectBefore.all(derivation, seq, JSON.stringify(kinds), limit).map(parseEvent),
    /** Events of these kinds after `seq`, the nearest first. */
    listNearestAfter: (derivation: number, kinds: readonly EventKind[], seq: number, limit: number): SessionEvent[] =>
      selectAfter.all(derivation, seq, JSON.stringify(kinds), limit).map(parseEvent),
    count: (derivation: number): number => toCount(countAll.get(derivation)),
    countUntilLine: (derivation: number, line: number): number => toCount(countUntil.get(derivation, line)),
    countSince: (derivation: number, at: string): number => toCount(countSince.get(derivation, at)),
    countOfAllSessions: (): number => toCount(countEverything.get()),
  };
}
