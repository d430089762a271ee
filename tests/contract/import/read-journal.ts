import type { Journal } from '../../../src/journal/open-journal.ts';

/** Everything a person could see of the sessions in a journal, without row numbers and the places of files. */
export function readJournal(journal: Journal): unknown[] {
  return journal.sessions.list({ limit: 200 }).map(({ derivation, sortAt, ...session }) => ({
    ...session,
    sortAt: session.startedAt ? sortAt : null,
    detail: journal.sessions.getDetail(session.id),
    children: journal.sessions.listChildren(session.id).map(({ id, counts }) => ({ id, counts })),
    events: journal.events.list(derivation, 0, 100_000),
    facts: journal.events.listFacts(derivation, 0, 100_000),
    moments: journal.moments.listOfSession(session.id).map(({ moment, ...record }) => ({ ...record, moment: { ...moment, file: '' } })),
  }));
}
