import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TeamRole } from '../../../model/team-role.ts';
import { request } from '../../api/request.ts';

export type PeopleChange = { readonly id: string } & (
  | { readonly what: 'role'; readonly role: TeamRole }
  | { readonly what: 'hand-over' | 'remove' | 'restore' }
);

/** Changes who is in the organisation or as what; the page then shows what came of it, who I am included. */
export function useChangePeople() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: PeopleChange) => {
      const path = `/api/team/people/${encodeURIComponent(change.id)}`;
      if (change.what === 'remove') return request<void>(path, { method: 'DELETE' });
      if (change.what === 'role') return request<void>(`${path}/role`, { method: 'PUT', body: { role: change.role } });
      return request<void>(`${path}/${change.what}`, { method: 'POST', body: {} });
    },
    onSuccess: () => Promise.all([['team', 'people'], ['team', 'pairs'], ['where']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
