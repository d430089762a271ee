import type { Journal } from '../journal/open-journal.ts';
import { parseSearchQuery, toMatchExpression, type ParsedQuery } from '../journal/search/parse-search-query.ts';
import { findMarks, toSnippet } from '../journal/search/find-marks.ts';
import { toSearchText } from '../journal/search/to-search-text.ts';
import type { SearchRow } from '../journal/search-table.ts';
import type { SearchableSession } from '../journal/sessions-table.ts';
import type { FoundSession, SearchHit, SearchQuery, SearchResults } from '../model/api/search.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
import type { SearchKind } from '../model/search-kinds.ts';
import type { App } from './app.ts';
import { toInstants } from './list-sessions.ts';

/** Of a word that stands nearly everywhere, scoring every match takes longer than all the rest: only those of the newest sessions are. */
const MOST_RANKED = 4000;
const HITS_A_SESSION = 3;

/** What people wrote and were told is looked for more often than what was printed. */
const KIND_WEIGHTS: Readonly<Record<SearchKind | 'title', number>> = {
  title: 1.6,
  prompt: 1.4,
  reply: 1.2,
  reasoning: 1,
  command: 1,
  file: 0.9,
  output: 0.8,
};

/** After this many days a session's lead over all older ones is half of what it was. */
const FRESH_DAYS = 30;
const DAY_MS = 86_400_000;

/** Full text over prompts, replies, reasoning, commands, files and the beginnings of outputs, grouped by session. */
export function searchSessions({ journal, clock }: Pick<App, 'journal' | 'clock'>, search: SearchQuery): Result<SearchResults, Problem> {
  const query = parseSearchQuery(search.query);
  const expression = toMatchExpression(query);
  if (expression === null) return failed(nothingToLookFor(query));
  return journal.attempt(() => {
    const sessions = listSearched(journal, search);
    const matching = countMatches(journal.search.count(expression, search.kind), sessions);
    const ranked = chooseRanked(matching);
    const rows = journal.search.rank(
      expression,
      ranked.map(({ session }) => session.derivation),
      search.kind,
    );
    const now = clock();
    const found = groupRows(rows, sessions).map((group) => ({ ...group, score: group.best * weighAge(group.session, now) }));
    found.sort((a, b) => b.score - a.score || (a.session.sortAt < b.session.sortAt ? 1 : -1));
    return {
      sessions: found.slice(0, search.limit).flatMap((group) => toFound(journal, group, query) ?? []),
      sessionsTotal: matching.length,
      eventsTotal: matching.reduce((sum, { events }) => sum + events, 0),
      isCut: ranked.length < matching.length,
    };
  });
}

const nothingToLookFor = ({ without }: ParsedQuery): Problem =>
  without.length > 0
    ? problem('wrong-usage', 'The search only says what not to find.', { next: 'Add a word to look for.' })
    : problem('wrong-usage', 'The search holds no word.', { next: 'Type a word, a name or part of a path.' });

/** By derivation: rows of readings that are not, or no longer, a session are passed over. */
function listSearched(journal: Journal, { agent, repository, from, to, session }: SearchQuery): Map<number, SearchableSession> {
  const listed = journal.sessions.listSearchable({ agent, repository, ...toInstants(from, to) });
  return new Map(listed.filter(({ id }) => session === undefined || id === session).map((found) => [found.derivation, found]));
}

interface Matching {
  readonly session: SearchableSession;
  readonly events: number;
}

const countMatches = (eventsByDerivation: ReadonlyMap<number, number>, sessions: ReadonlyMap<number, SearchableSession>): Matching[] =>
  [...eventsByDerivation].flatMap(([derivation, events]) => {
    const session = sessions.get(derivation);
    return session ? [{ session, events }] : [];
  });

/** The newest, until enough matches are among them. */
function chooseRanked(matching: readonly Matching[]): Matching[] {
  const newestFirst = matching.toSorted((a, b) => (a.session.sortAt < b.session.sortAt ? 1 : -1));
  let events = 0;
  return newestFirst.filter((one, index) => {
    if (index > 0 && events + one.events > MOST_RANKED) return false;
    events += one.events;
    return true;
  });
}

interface Group {
  readonly session: SearchableSession;
  best: number;
  events: number;
  /** The best few, best first. */
  readonly top: { readonly row: SearchRow; readonly score: number }[];
}

function groupRows(rows: readonly SearchRow[], sessions: ReadonlyMap<number, SearchableSession>): Group[] {
  const groups = new Map<number, Group>();
  for (const row of rows) {
    const session = sessions.get(row.derivation);
    if (!session) continue;
    const score = row.score * KIND_WEIGHTS[row.kind ?? 'title'];
    const group: Group = groups.get(row.derivation) ?? { session, best: 0, events: 0, top: [] };
    groups.set(row.derivation, group);
    group.best = Math.max(group.best, score);
    if (row.kind === null) continue;
    group.events += 1;
    if (group.top.length === HITS_A_SESSION && score <= (group.top.at(-1)?.score ?? 0)) continue;
    group.top.push({ row, score });
    group.top.sort((a, b) => b.score - a.score || a.row.seq - b.row.seq);
    group.top.length = Math.min(group.top.length, HITS_A_SESSION);
  }
  return [...groups.values()];
}

function weighAge({ sortAt }: SearchableSession, now: Date): number {
  const days = Math.max(0, now.getTime() - Date.parse(sortAt)) / DAY_MS;
  return 1 + 1 / (1 + days / FRESH_DAYS);
}

function toFound(journal: Journal, { session, events, top }: Group, query: ParsedQuery): FoundSession | null {
  const record = journal.sessions.get(session.id);
  if (!record) return null;
  const { id, title, agent, repository, branch, startedAt, endedAt, parent } = record;
  return {
    id,
    title,
    titleMarks: findMarks(title, query),
    agent,
    repository,
    branch,
    startedAt,
    endedAt,
    isSubAgent: parent !== null,
    events,
    hits: top.flatMap(({ row }) => toHit(journal, row, query) ?? []),
  };
}

function toHit(journal: Journal, { derivation, seq }: SearchRow, query: ParsedQuery): SearchHit | null {
  const event = journal.events.list(derivation, seq, 1)[0];
  const found = event && toSearchText(event);
  if (!event || !found) return null;
  const { text, marks, cutBefore, cutAfter } = toSnippet(found.text, query);
  return { seq: event.seq, kind: found.kind, at: event.at, text, marks: [...marks], cutBefore, cutAfter };
}
