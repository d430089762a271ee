import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoundView } from '../../../model/api/rounds.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { roundQuery } from '../../api/queries.ts';
import { request } from '../../api/request.ts';

/** Moves a round on. The answer is the round as it now is; a refusal because it moved elsewhere asks for it again. */
export function useMoveRound<Body>(id: string, move: 'seal' | 'debrief' | 'close') {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => request<RoundView>(`/api/rounds/${encodeURIComponent(id)}/${move}`, { method: 'POST', body: body ?? {} }),
    onSuccess: (round) => {
      queryClient.setQueryData(roundQuery(id).queryKey, round);
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['today', 'rounds', 'moment', 'session'].includes(String(queryKey[0])) });
    },
    onError: (thrown) => {
      if (thrown instanceof ApiFailure && thrown.status === 409) void queryClient.invalidateQueries({ queryKey: roundQuery(id).queryKey });
    },
  });
}
