import { queryOptions } from '@tanstack/react-query';
import type { CohortContent, ContentVersion, ContentVersionList, OwnContent } from '../../../model/api/team/cohort-content.ts';
import type { ProgrammeContent } from '../../../model/team/programme-content.ts';
import { request } from '../request.ts';
import { cohortPath } from './programme-queries.ts';

export const contentPath = (cohort: string): string => `${cohortPath(cohort)}/content`;

export const cohortContentQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'cohort', id, 'content'], queryFn: ({ signal }) => request<CohortContent>(contentPath(id), { signal }) });

/** What comes with Rounds: it changes with the program alone. */
export const standardContentQuery = () =>
  queryOptions({
    queryKey: ['standard-content'],
    queryFn: ({ signal }) => request<ProgrammeContent>('/api/team/content/standard', { signal }),
    staleTime: Infinity,
  });

export const contentVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['team', 'cohort', id, 'content', 'versions'],
    queryFn: ({ signal }) => request<ContentVersionList>(`${contentPath(id)}/versions`, { signal }),
  });

export const contentVersionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: ['team', 'cohort', id, 'content', 'version', version],
    queryFn: ({ signal }) => request<ContentVersion>(`${contentPath(id)}/versions/${version}`, { signal }),
    staleTime: Infinity,
  });

export const ownContentQuery = () =>
  queryOptions({ queryKey: ['team', 'content'], queryFn: ({ signal }) => request<OwnContent>('/api/team/content', { signal }) });
