/** What the library and threads ask the team's server for. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { LessonPlaces } from '../../../model/api/lesson-places.ts';
import type { LessonList, LessonOffer, LessonView } from '../../../model/api/team/lessons.ts';
import type { ThreadList } from '../../../model/api/team/threads.ts';
import { request, toPath } from '../request.ts';

export interface LessonSearch {
  readonly q?: string;
  readonly tag?: string;
  /** Only those whose code moved on. */
  readonly stale?: 'true';
}

export const lessonsQuery = ({ q, tag, stale }: LessonSearch) =>
  infiniteQueryOptions({
    queryKey: ['team', 'lessons', { q, tag, stale }],
    queryFn: ({ pageParam, signal }) => request<LessonList>(toPath('/api/team/lessons', { q, tag, stale, page: pageParam }), { signal }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, page) => (last.more ? page + 1 : undefined),
    placeholderData: (earlier) => earlier,
  });

export const lessonQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'lesson', id], queryFn: ({ signal }) => request<LessonView>(`/api/team/lessons/${encodeURIComponent(id)}`, { signal }) });

/** Of this machine, not of the team. */
export const lessonPlacesQuery = () =>
  queryOptions({ queryKey: ['lessons', 'places'], queryFn: ({ signal }) => request<LessonPlaces>('/api/lessons/places', { signal }) });

export const roundLessonQuery = (round: string) =>
  queryOptions({
    queryKey: ['team', 'lesson', 'of', round],
    queryFn: ({ signal }) => request<LessonOffer>(`/api/team/rounds/${encodeURIComponent(round)}/lesson`, { signal }),
  });

export interface ThreadSubject {
  readonly case?: string;
  readonly lesson?: string;
}

/** Everything I may see that nobody closed. */
export const openThreadsQuery = () =>
  queryOptions({
    queryKey: ['team', 'threads', 'open'],
    queryFn: ({ signal }) => request<ThreadList>(toPath('/api/team/threads', { open: 'true' }), { signal }),
  });

export const threadsQuery = ({ case: caseId, lesson }: ThreadSubject) =>
  queryOptions({
    queryKey: ['team', 'threads', { case: caseId, lesson }],
    queryFn: ({ signal }) => request<ThreadList>(toPath('/api/team/threads', { case: caseId, lesson }), { signal }),
  });
