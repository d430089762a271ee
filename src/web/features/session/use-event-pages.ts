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
  /** See {@link findAbsorbed}. */
  readonly absorbed: ReadonlyMap<number, number>;
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
  return { eventBySeq, factBySeq, resultByCall, absorbed: findAbsorbed([...eventBySeq.values()]) };
}

/** Events that another row already shows, with that row's `seq`: a result beside its call, an edit's call beside its diff. */
export function findAbsorbed(events: readonly SessionEvent[]): Map<number, number> {
  const shownAtByCall = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'call' && !shownAtByCall.has(event.callId)) shownAtByCall.set(event.callId, event.seq);
  }
  const edits = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'edit' || edits.has(event.callId)) continue;
    edits.add(event.callId);
    shownAtByCall.set(event.callId, event.seq);
  }
  const absorbed = new Map<number, number>();
  for (const event of events) {
    const isEcho = event.kind === 'result' || (event.kind === 'call' && event.action.type === 'edit' && edits.has(event.callId));
    const shownAt = isEcho ? shownAtByCall.get(event.callId) : undefined;
    if (shownAt !== undefined && shownAt !== event.seq) absorbed.set(event.seq, shownAt);
  }
  return absorbed;
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
