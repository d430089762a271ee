/** What the page of a pair asks for. A change of the programme makes all of it be asked for again. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { MeetingList } from '../../../model/api/team/meetings.ts';
import type { ProjectDeconstructions, ProjectList } from '../../../model/api/team/projects.ts';
import type { ProtectedTimeView } from '../../../model/api/team/protected-time.ts';
import type { OwnWeeks, WeeklyView } from '../../../model/api/team/weekly.ts';
import { request, toPath } from '../request.ts';

const part = encodeURIComponent;

export const ownWeeksQuery = () => queryOptions({ queryKey: ['team', 'weekly'], queryFn: ({ signal }) => request<OwnWeeks>('/api/team/weekly', { signal }) });

/** Without a week the one that is now. */
export const weeklyQuery = (programme: string, week?: string) =>
  queryOptions({
    queryKey: ['team', 'weekly', programme, week ?? 'now'],
    queryFn: ({ signal }) => request<WeeklyView>(toPath(`/api/team/weekly/${part(programme)}`, { week }), { signal }),
    placeholderData: (shown) => shown,
  });

export const earlierWeeksQuery = (programme: string, before: string) =>
  queryOptions({
    queryKey: ['team', 'weekly', programme, 'before', before],
    queryFn: ({ signal }) => request<WeeklyView>(toPath(`/api/team/weekly/${part(programme)}`, { before }), { signal }),
  });

export const projectsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['team', 'projects', programme],
    queryFn: ({ signal }) => request<ProjectList>(toPath('/api/team/projects', { programme }), { signal }),
  });

export const projectDeconstructionsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['team', 'projects', programme, 'deconstructions'],
    queryFn: ({ signal }) => request<ProjectDeconstructions>(toPath('/api/team/projects/deconstructions', { programme }), { signal }),
  });

export const protectedTimeQuery = (programme: string) =>
  queryOptions({
    queryKey: ['team', 'protected-time', programme],
    queryFn: ({ signal }) => request<ProtectedTimeView>(toPath('/api/team/protected-time', { programme }), { signal }),
  });

export const meetingsQuery = (programme: string) =>
  queryOptions({
    queryKey: ['team', 'meetings', programme],
    queryFn: ({ signal }) => request<MeetingList>(toPath('/api/team/meetings', { programme }), { signal }),
  });

interface PairAct {
  readonly path: string;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
}

/** Does one thing on the page of a pair; what is shown of that noun is asked for again. */
export function usePairAct(noun: 'weekly' | 'projects' | 'protected-time' | 'meetings') {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body }: PairAct) => request<unknown>(`/api/team/${noun}${path}`, { method, body: body ?? {} }),
    onSettled: () => Promise.all([noun, 'protected-time'].map((name) => queryClient.invalidateQueries({ queryKey: ['team', name] }))),
  });
}
