import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EventOf, SessionEvent } from '../../../model/event.ts';
import type { EventFact, EventPage } from '../../../model/api/sessions.ts';
import { EVENTS_A_PAGE, eventPageQuery } from '../../api/queries.ts';

/** Pages on both sides of what is on screen, so that scrolling does not outrun them. */
const AHEAD = 1;

export interface LoadedEvents {
  readonly eventBySeq: ReadonlyMap<number, SessionEvent>;
  readonly factBySeq: ReadonlyMap<number, EventFact>;
  readonly resultByCall: ReadonlyMap<string, EventOf<'result'>>;
  /** Events that another row already shows: a result beside its call, an edit's call beside its diff. */
  readonly absorbed: ReadonlySet<number>;
}

/** Puts pages together and finds what belongs together. Pure. */
export function joinPages(pages: readonly EventPage[]): LoadedEvents {
  const eventBySeq = new Map<number, SessionEvent>();
  const factBySeq = new Map<number, EventFact>();
  const resultByCall = new Map<string, EventOf<'result'>>();
  for (const page of pages) {
    for (const event of page.events) {
      eventBySeq.set(event.seq, event);
      if (event.kind === 'result') resultByCall.set(event.callId, event);
    }
    for (const [seq, fact] of Object.entries(page.facts)) factBySeq.set(Number(seq), fact);
  }
  const events = [...eventBySeq.values()];
  const calls = new Set(events.flatMap((event) => (event.kind === 'call' ? [event.callId] : [])));
  const editedBy = new Set(events.flatMap((event) => (event.kind === 'edit' ? [event.callId] : [])));
  const isAbsorbed = (event: SessionEvent): boolean =>
    (event.kind === 'result' && calls.has(event.callId)) || (event.kind === 'call' && event.action.type === 'edit' && editedBy.has(event.callId));
  return { eventBySeq, factBySeq, resultByCall, absorbed: new Set(events.filter(isAbsorbed).map(({ seq }) => seq)) };
}

/** The events around what is on screen, loaded by pages. `first` and `last` are `seq`s. */
export function useEventPages(session: string, total: number, first: number, last: number) {
  const lastPage = Math.max(0, Math.ceil(total / EVENTS_A_PAGE) - 1);
  const from = Math.max(0, Math.floor(first / EVENTS_A_PAGE) - AHEAD);
  const to = Math.min(lastPage, Math.floor(last / EVENTS_A_PAGE) + AHEAD);
  const queries = Array.from({ length: to - from + 1 }, (_, index) => eventPageQuery(session, from + index));
  const { pages, failure, retry } = useQueries({
    queries,
    combine: (results) => ({
      pages: results.flatMap(({ data }) => (data ? [data] : [])),
      failure: results.find(({ isError }) => isError)?.error ?? null,
      retry: () => results.forEach(({ isError, refetch }) => isError && void refetch()),
    }),
  });
  const loaded = useMemo(() => joinPages(pages), [pages]);
  return { loaded, failure, retry };
}
