import { queryOptions } from '@tanstack/react-query';
import type { CohortList, CohortLoad, MatchProfileAnswer, SuggestionList } from '../../../model/api/team/cohorts.ts';
import type { ProgrammeList } from '../../../model/api/team/programmes.ts';
import type { HandOverLevels } from '../../../model/team/hand-over-level.ts';
import type { OwnLoad } from '../../../model/team/preceptor-load.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { request } from '../request.ts';

export const programmesPath = '/api/team/programmes';
export const programmePath = (id: string): string => `${programmesPath}/${encodeURIComponent(id)}`;
export const cohortPath = (id: string): string => `/api/team/cohorts/${encodeURIComponent(id)}`;

export const programmesQuery = () =>
  queryOptions({ queryKey: ['team', 'programmes'], queryFn: ({ signal }) => request<ProgrammeList>(programmesPath, { signal }) });

export const programmeQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'programme', id], queryFn: ({ signal }) => request<TeamProgramme>(programmePath(id), { signal }) });

export const cohortsQuery = () =>
  queryOptions({ queryKey: ['team', 'cohorts'], queryFn: ({ signal }) => request<CohortList>('/api/team/cohorts', { signal }) });

export const matchProfileQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'cohort', id, 'profile'], queryFn: ({ signal }) => request<MatchProfileAnswer>(`${cohortPath(id)}/profile`, { signal }) });

export const suggestionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['team', 'cohort', id, 'suggestions'],
    queryFn: ({ signal }) => request<SuggestionList>(`${cohortPath(id)}/suggestions`, { signal }),
  });

export const cohortLoadQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'cohort', id, 'load'], queryFn: ({ signal }) => request<CohortLoad>(`${cohortPath(id)}/load`, { signal }) });

export const ownLoadQuery = () =>
  queryOptions({ queryKey: ['team', 'load'], queryFn: ({ signal }) => request<OwnLoad>('/api/team/preceptor-load', { signal }) });

export const handOverLevelsPath = (programme: string, n: number): string => `${programmePath(programme)}/hand-overs/${n}/levels`;

/** Its key begins with that of the programme: what changes there may change what can be shown. */
export const handOverLevelsQuery = (programme: string, n: number) =>
  queryOptions({
    queryKey: ['team', 'programme', programme, 'hand-over-levels', n],
    queryFn: ({ signal }) => request<HandOverLevels>(handOverLevelsPath(programme, n), { signal }),
  });
