import type { SessionRecord } from '../journal/sessions-table.ts';
import type { SessionList, SessionListQuery, SessionRow } from '../model/api/sessions.ts';
import { problem, type Problem } from '../model/problem.ts';
import { failed, type Result } from '../model/result.ts';
import type { App } from './app.ts';

/** Sessions, newest first, a page at a time. */
export function listSessions({ journal }: App, { cursor, limit, from, to, ...rest }: SessionListQuery): Result<SessionList, Problem> {
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  if (after === null) return failed(problem('wrong-usage', 'This is no cursor of a list of sessions.', { next: 'Begin again without it.' }));
  const filters = { ...rest, ...toInstants(from, to) };
  return journal.attempt(() => {
    const found = journal.sessions.list({ ...filters, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      sessions: page.map((record) => toSessionRow(record, journal.sessions.countChildren(record.id))),
      nextCursor: found.length > limit && last ? `${last.sortAt}~${last.id}` : null,
      total: journal.sessions.countMatching(filters),
      agents: journal.sessions.listAgents(),
      repositories: journal.sessions.listRepositories(),
    };
  });
}

export function toSessionRow({ id, agent, title, repository, branch, startedAt, endedAt, counts, spark }: SessionRecord, subSessions: number): SessionRow {
  return { id, agent, title, repository, branch, startedAt, endedAt, counts, spark: [...spark], subSessions };
}

function parseCursor(cursor: string): { sortAt: string; id: string } | null {
  const match = /^([^~]{1,40})~(s_[0-9a-f]{16})$/.exec(cursor);
  return match?.[1] && match[2] ? { sortAt: match[1], id: match[2] } : null;
}

/** Days are the person's own: they begin at local midnight. Both given days are in the range. */
export function toInstants(from: string | undefined, to: string | undefined): { from: string | undefined; before: string | undefined } {
  return { from: from && startOfDay(from, 0), before: to && startOfDay(to, 1) };
}

function startOfDay(date: string, plusDays: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, day + plusDays).toISOString();
}
