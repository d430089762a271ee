import type { DatabaseSync } from 'node:sqlite';
import type { SessionEvent } from '../model/event.ts';
import { SEARCH_KINDS, type SearchKind } from '../model/search-kinds.ts';
import { splitHumps } from './search/split-words.ts';
import { toSearchText } from './search/to-search-text.ts';

/** A row is named after what it is of: derivation, then 24 bits of `seq`, then 3 of the kind. The trigger in the migration counts on it. */
const [SEQS, KINDS] = [2 ** 24, 2 ** 3];
const TITLE = KINDS - 1;
const [DERIVATION_OF_ROW, KIND_OF_ROW] = ['(rowid >> 27)', '(rowid & 7)'];

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
  const ofKind = `(:kind IS NULL OR ${KIND_OF_ROW} = :kind)`;
  const count = db.prepare(`SELECT ${DERIVATION_OF_ROW}, sum(${KIND_OF_ROW} <> ${TITLE}) FROM search WHERE search MATCH :expression AND ${ofKind} GROUP BY 1`);
  // Whether a row is wanted costs a tenth of its score: only those that are get one.
  const rank = db.prepare(`SELECT rowid, -bm25(search, 1.0, ${PART_WEIGHT}) FROM search
    WHERE search MATCH :expression AND ${ofKind} AND ${DERIVATION_OF_ROW} IN (SELECT value FROM json_each(:derivations))`);
  for (const statement of [count, rank]) statement.setReturnArrays(true);

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
    /** How many events match an FTS5 expression, by derivation; 0 where only the title does. Unfinished derivations too. */
    count: (expression: string, kind?: SearchKind): Map<number, number> =>
      new Map(count.all({ expression, kind: toKindNumber(kind) }) as unknown as [number, number][]),
    /** What matches in these derivations, with its score. */
    rank: (expression: string, derivations: readonly number[], kind?: SearchKind): SearchRow[] =>
      (rank.all({ expression, kind: toKindNumber(kind), derivations: JSON.stringify(derivations) }) as unknown as [number, number][]).map(toRow),
  };
}

const toKindNumber = (kind: SearchKind | undefined): number | null => (kind === undefined ? null : SEARCH_KINDS.indexOf(kind));

const toRowId = (derivation: number, seq: number, kind: number): number => (derivation * SEQS + seq) * KINDS + kind;

function toRow([id, score]: [number, number]): SearchRow {
  const place = Math.floor(id / KINDS);
  return { derivation: Math.floor(place / SEQS), seq: place % SEQS, kind: SEARCH_KINDS[id % KINDS] ?? null, score };
}
