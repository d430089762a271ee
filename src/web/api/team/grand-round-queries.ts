import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { GrandRoundList } from '../../../model/api/team/grand-rounds.ts';
import type { GrandRound } from '../../../model/team/grand-round.ts';
import { request } from '../request.ts';

export const grandRoundPath = (id: string): string => `/api/team/grand-rounds/${encodeURIComponent(id)}`;

export const grandRoundsQuery = () =>
  queryOptions({ queryKey: ['team', 'grand-rounds'], queryFn: ({ signal }) => request<GrandRoundList>('/api/team/grand-rounds', { signal }) });

export const grandRoundQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'grand-round', id], queryFn: ({ signal }) => request<GrandRound>(grandRoundPath(id), { signal }) });

type Act = 'agree' | 'seal' | 'pass' | 'messages';

/** Acts in a grand round; the answer is what I may see of it now. */
export function useGrandAct<Body = void>(id: string, act: Act) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => request<GrandRound>(`${grandRoundPath(id)}/${act}`, { method: 'POST', body: body ?? {} }),
    onSuccess: (grand) => {
      queryClient.setQueryData(grandRoundQuery(id).queryKey, grand);
      void queryClient.invalidateQueries({ queryKey: grandRoundsQuery().queryKey });
    },
  });
}
