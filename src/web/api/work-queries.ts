/** Comparisons and deconstructions alone, from this machine's own Rounds. */
import { queryOptions } from '@tanstack/react-query';
import type { ComparisonList, ComparisonView } from '../../model/api/comparisons.ts';
import type { TakingApart, Unexplained } from '../../model/api/deconstructions.ts';
import { request, toPath } from './request.ts';

export const comparisonsQuery = () =>
  queryOptions({ queryKey: ['comparisons'], queryFn: ({ signal }) => request<ComparisonList>('/api/comparisons', { signal }) });

export const comparisonQuery = (id: string) =>
  queryOptions({ queryKey: ['comparison', id], queryFn: ({ signal }) => request<ComparisonView>(`/api/comparisons/${encodeURIComponent(id)}`, { signal }) });

export const takingApartQuery = () =>
  queryOptions({ queryKey: ['deconstruction'], queryFn: ({ signal }) => request<TakingApart>('/api/deconstructions', { signal }) });

export const unexplainedQuery = (folder: string) =>
  queryOptions({
    queryKey: ['unexplained', folder],
    queryFn: ({ signal }) => request<Unexplained>(toPath('/api/deconstructions/unexplained', { folder }), { signal }),
  });
