/** What each screen asks for. Keys begin with the noun, so that a change of it can be announced to all who show it. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ImportProgress, Machine } from '../../model/api/machine.ts';
import type { MomentView } from '../../model/api/moments.ts';
import type { DismissedList } from '../../model/api/ranking.ts';
import type { RoundList, RoundView } from '../../model/api/rounds.ts';
import type { SearchResults } from '../../model/api/search.ts';
import type { EventPage, SessionDetail, SessionList } from '../../model/api/sessions.ts';
import type { Today } from '../../model/api/today.ts';
import type { TutorView } from '../../model/api/tutor.ts';
import { request, toPath } from './request.ts';

export interface SessionSearch {
  readonly query?: string;
  /** Only events of this kind; means nothing without a query. */
  readonly kind?: string;
  readonly agent?: string;
  readonly repository?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Events a page of the transcript holds. */
export const EVENTS_A_PAGE = 200;

export const todayQuery = () => queryOptions({ queryKey: ['today'], queryFn: ({ signal }) => request<Today>('/api/today', { signal }) });

/** The list by agent, repository and day; words are looked for by {@link searchQuery}. */
export const sessionsQuery = ({ agent, repository, from, to }: SessionSearch) =>
  infiniteQueryOptions({
    queryKey: ['sessions', { agent, repository, from, to }],
    queryFn: ({ pageParam, signal }) =>
      request<SessionList>(toPath('/api/sessions', { agent, repository, from, to, cursor: pageParam, limit: 50 }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (earlier) => earlier,
  });

/** `limit`: how many sessions. What was found before stays on screen while the next is looked for. */
export const searchQuery = (search: SessionSearch & { readonly query: string }, limit: number) =>
  queryOptions({
    queryKey: ['search', search, limit],
    queryFn: ({ signal }) => request<SearchResults>(toPath('/api/search', { ...search, limit }), { signal }),
    placeholderData: keepPreviousData,
  });

export const sessionQuery = (id: string) =>
  queryOptions({ queryKey: ['session', id], queryFn: ({ signal }) => request<SessionDetail>(`/api/sessions/${encodeURIComponent(id)}`, { signal }) });

export const eventPageQuery = (session: string, page: number) =>
  queryOptions({
    queryKey: ['session', session, 'events', page],
    queryFn: ({ signal }) =>
      request<EventPage>(toPath(`/api/sessions/${encodeURIComponent(session)}/events`, { from: page * EVENTS_A_PAGE, limit: EVENTS_A_PAGE }), { signal }),
    staleTime: 60_000,
  });

export const momentQuery = (id: string) =>
  queryOptions({ queryKey: ['moment', id], queryFn: ({ signal }) => request<MomentView>(`/api/moments/${encodeURIComponent(id)}`, { signal }) });

export const dismissedQuery = () =>
  queryOptions({ queryKey: ['dismissed'], queryFn: ({ signal }) => request<DismissedList>('/api/moments/dismissed', { signal }) });

export const roundsQuery = () => queryOptions({ queryKey: ['rounds'], queryFn: ({ signal }) => request<RoundList>('/api/rounds', { signal }) });

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['round', id],
    queryFn: ({ signal }) => request<RoundView>(`/api/rounds/${encodeURIComponent(id)}`, { signal }),
    // Its only writer is this person: asking again while they write would fight with the draft on screen.
    staleTime: Infinity,
  });

export const machineQuery = () => queryOptions({ queryKey: ['machine'], queryFn: ({ signal }) => request<Machine>('/api/machine', { signal }) });

export const tutorQuery = () => queryOptions({ queryKey: ['tutor'], queryFn: ({ signal }) => request<TutorView>('/api/tutor', { signal }) });

export const importQuery = () => queryOptions({ queryKey: ['import'], queryFn: ({ signal }) => request<ImportProgress>('/api/import', { signal }) });
