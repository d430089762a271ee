import type { EventPage } from '../model/api/sessions.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { SessionId } from '../model/session.ts';
import type { App } from './app.ts';
import { noSuchSession } from './show-session.ts';

export interface EventsQuery {
  /** `seq` of the first event wanted. */
  readonly from: number;
  readonly limit: number;
}

/** A stretch of a session's events, with what the facts know about each. */
export function listEvents({ journal }: App, id: SessionId, { from, limit }: EventsQuery): Result<EventPage, Problem> {
  const read = journal.attempt((): EventPage | null => {
    const record = journal.sessions.get(id);
    if (!record) return null;
    const events = journal.events.list(record.derivation, from, limit);
    const facts = journal.events.listFacts(record.derivation, from, events.at(-1)?.seq ?? from);
    return { events, facts, from, total: record.counts.events };
  });
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noSuchSession(id));
}
