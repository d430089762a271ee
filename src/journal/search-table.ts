import type { DatabaseSync } from 'node:sqlite';
import type { SessionEvent } from '../model/event.ts';
import { SEARCH_KINDS, type SearchKind } from '../model/search-kinds.ts';
import { splitHumps } from './search/split-words.ts';
import { toSearchText } from './search/to-search-text.ts';

/** A row is named after what it is of: derivation, then 24 bits of `seq`, then 3 of the kind. The trigger in the migration counts on it. */
const [SEQS, KINDS] = [2 ** 24, 2 ** 3];
const TITLE = KINDS - 1;

export interface SearchRow {
  readonly derivation: number;
  readonly seq: number;
  /** Null where the session's title matches. */
  readonly kind: SearchKind | null;
  /** bm25 (https://www.sqlite.org/fts5.html#the_bm25_function): more is better. */
  readonly score: number;
}

/** Parts of a name say less than the name. */
const PART_WEIGHT = 0.6;

/** The words of events, without their texts: those are in the events already. */
export function createSearchTable(db: DatabaseSync) {
  const insert = db.prepare('INSERT INTO search (rowid, words, parts) VALUES (?, ?, ?)');
  const select = db.prepare(`SELECT rowid, -bm25(search, 1.0, ${PART_WEIGHT}) FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?`);
  const selectOfDerivation = db.prepare(`SELECT rowid, -bm25(search, 1.0, ${PART_WEIGHT}) FROM search
    WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?`);
  for (const statement of [select, selectOfDerivation]) statement.setReturnArrays(true);

  const add = (derivation: number, seq: number, kind: number, text: string): void =>
    void insert.run(
      toRowId(derivation, seq, kind),
      text,
      splitHumps(text)
        .map(({ folded }) => folded)
        .join(' '),
    );

  return {
    addEvent: (derivation: number, event: SessionEvent): void => {
      const found = event.seq < SEQS ? toSearchText(event) : null;
      if (found) add(derivation, event.seq, SEARCH_KINDS.indexOf(found.kind), found.text);
    },
    addTitle: (derivation: number, title: string): void => add(derivation, 0, TITLE, title),
    /** Everything that matches an FTS5 expression, at most `limit`, those added last first; rows of unfinished derivations too. */
    find: (expression: string, limit: number): SearchRow[] => (select.all(expression, limit) as unknown as [number, number][]).map(toRow),
    findInDerivation: (expression: string, derivation: number, limit: number): SearchRow[] =>
      (selectOfDerivation.all(expression, toRowId(derivation, 0, 0), toRowId(derivation + 1, 0, 0) - 1, limit) as unknown as [number, number][]).map(toRow),
  };
}

const toRowId = (derivation: number, seq: number, kind: number): number => (derivation * SEQS + seq) * KINDS + kind;

function toRow([id, score]: [number, number]): SearchRow {
  const place = Math.floor(id / KINDS);
  return { derivation: Math.floor(place / SEQS), seq: place % SEQS, kind: SEARCH_KINDS[id % KINDS] ?? null, score };
}
