import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { teamRoundPath, teamRoundQuery, teamRoundsQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';

type Move = 'seal' | 'pass' | 'prove' | 'start-debrief' | 'close' | 'reopen' | 'withdraw';

/** Moves a round on. The answer is the round as I may see it now; a refusal because it moved elsewhere asks for it again. */
export function useMoveTeamRound<Body = void>(id: string, move: Move) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => request<TeamRound>(`${teamRoundPath(id)}/${move}`, { method: 'POST', body: body ?? {} }),
    onSuccess: (round) => {
      queryClient.setQueryData(teamRoundQuery(id).queryKey, round);
      void queryClient.invalidateQueries({ queryKey: teamRoundsQuery().queryKey });
    },
    onError: (thrown) => {
      if (thrown instanceof ApiFailure && thrown.status === 409) void queryClient.invalidateQueries({ queryKey: teamRoundQuery(id).queryKey });
    },
  });
}
