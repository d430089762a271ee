/** Drills of this machine's repositories, from its own Rounds. */
import { queryOptions } from '@tanstack/react-query';
import type { DrillList, DrillPlaces, DrillTallies, DrillView } from '../../model/api/drills.ts';
import { request, toPath } from './request.ts';

export const drillPlacesQuery = () =>
  queryOptions({ queryKey: ['drills', 'places'], queryFn: ({ signal }) => request<DrillPlaces>('/api/drills/places', { signal }) });

export const drillTalliesQuery = () =>
  queryOptions({ queryKey: ['drills', 'tallies'], queryFn: ({ signal }) => request<DrillTallies>('/api/drills/tallies', { signal }) });

export const drillListQuery = (folder: string) =>
  queryOptions({
    queryKey: ['drills', 'list', folder],
    queryFn: ({ signal }) => request<DrillList>(toPath('/api/drills', { folder }), { signal }),
    retry: false,
  });

export const drillQuery = (id: string, folder: string) =>
  queryOptions({
    queryKey: ['drill', id, folder],
    queryFn: ({ signal }) => request<DrillView>(toPath(`/api/drills/${encodeURIComponent(id)}`, { folder }), { signal }),
    // Its answer is the only thing that changes it.
    staleTime: Infinity,
  });
