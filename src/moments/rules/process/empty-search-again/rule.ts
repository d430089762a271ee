import { saysNothingFound } from '../../../facts/calls/says-nothing-found.ts';
import type { Place, SessionFacts } from '../../../facts/facts.ts';
import { findMark, isOwn } from '../../../rule/is-own.ts';
import { listBetween } from '../../../rule/order.ts';
import type { Rule } from '../../../rule/rule.ts';

/** One rephrasing is ordinary. */
const LEAST = 3;
const FOLDERS = /(?:[\w.@~-]*\/)+/g;
const WORD = /[A-Za-z_]{5,}/g;

interface Search extends Place {
  readonly query: string;
  readonly words: ReadonlySet<string>;
  /** The files and folders it names. */
  readonly where: string;
  readonly empty: boolean;
}

const PATH = /(?:[\w.@~*-]*\/)+[\w.@*-]*/g;

const toWhere = (query: string): string => (query.match(PATH) ?? []).filter((path) => path !== '/dev/null').join(' ');
const toWords = (query: string): Set<string> => new Set(query.replace(FOLDERS, ' ').toLowerCase().match(WORD) ?? []);

function listSearches(facts: SessionFacts): Search[] {
  const byTool = facts.otherCalls.filter(({ type }) => type === 'search').map(({ seq, line, text, empty }) => ({ seq, line, query: text, empty }));
  const byCommand = facts.runs
    .filter((run) => run.class === 'search')
    .map(({ seq, line, command, head, resultSeq }) => ({ seq, line, query: command, empty: resultSeq !== null && saysNothingFound(head) }));
  return [...byTool, ...byCommand]
    .filter((search) => isOwn(facts, search))
    .map((search) => ({ ...search, words: toWords(search.query), where: toWhere(search.query) }))
    .toSorted((a, b) => a.seq - b.seq);
}

/** Whether anything else was done between two searches. */
const isBroken = (facts: SessionFacts, from: Place, to: Place): boolean =>
  [facts.edits, facts.humanTurns].some((list) => listBetween<Place>(list, from, to).length > 0) ||
  listBetween(facts.runs, from, to).some((run) => run.class !== 'search') ||
  listBetween(facts.otherCalls, from, to).some(({ type }) => type !== 'search');

/** Looking in one more folder each time is a search; looking again where nothing was found is a hope. */
const repeatsPlace = (row: readonly Search[]): boolean => new Set(row.map(({ where }) => where)).size < row.length;

/** Searches in a row that found nothing, each with a word of the one before. */
function listRows(facts: SessionFacts): Search[][] {
  const rows: Search[][] = [];
  let row: Search[] = [];
  for (const search of listSearches(facts)) {
    const last = row.at(-1);
    const goesOn = last !== undefined && search.empty && !isBroken(facts, last, search) && [...search.words].some((word) => last.words.has(word));
    if (goesOn) row.push(search);
    else {
      rows.push(row);
      row = search.empty ? [search] : [];
    }
  }
  return [...rows, row].filter((found) => found.length >= LEAST && repeatsPlace(found));
}

export const rule: Rule = {
  meta: {
    id: 'empty-search-again',
    version: 1,
    kind: 'guess-loop',
    stage: 'nursery',
    worth: 2,
    concepts: ['an empty answer is an answer', 'test the tool on what you know'],
    activities: ['E2', 'E6'],
  },
  *find(facts) {
    const turns = new Set<number | undefined>();
    for (const row of listRows(facts)) {
      const [first, second, third] = row;
      const turn = first && findMark(facts, first)?.turn;
      if (!first || !second || !third || turns.has(turn)) continue;
      turns.add(turn);
      yield {
        mark: { from: first, to: third },
        decision: { from: second, shape: 'command' },
        hindsight: row.slice(2).map((search) => ({ place: search, quote: search.query })),
        evidence: row.map((search) => ({ place: search, quote: search.query })),
        confidence: row.length > LEAST ? 0.6 : 0.5,
        sources: 2,
        params: { times: String(row.length), query: first.query.split('\n')[0] ?? first.query },
      };
    }
  },
};
