import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProgrammeList, ProposeHandOver, SavePlan } from '../../../model/api/team/programmes.ts';
import type { ProgrammeAction, TeamProgramme } from '../../../model/team/programme.ts';
import { programmePath, programmeQuery, programmesQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';

/** What the two and their lead do with one year. Each answers with the year as it is then. */
export function useYearActs(id: string) {
  const queryClient = useQueryClient();
  const onSuccess = async (year: TeamProgramme): Promise<void> => {
    queryClient.setQueryData(programmeQuery(id).queryKey, year);
    await queryClient.invalidateQueries({ queryKey: programmesQuery().queryKey });
  };
  const path = programmePath(id);
  return {
    savePlan: useMutation({ mutationFn: (body: SavePlan) => request<TeamProgramme>(`${path}/plan`, { method: 'PUT', body }), onSuccess }),
    agree: useMutation({ mutationFn: (version: number) => request<TeamProgramme>(`${path}/agree`, { method: 'POST', body: { version } }), onSuccess }),
    move: useMutation({
      mutationFn: (body: { action: ProgrammeAction; why?: string }) => request<TeamProgramme>(`${path}/move`, { method: 'POST', body }),
      onSuccess,
    }),
  };
}

/** After these the year may be another pair's, so every list answers anew. */
export function useHandOverActs(id: string) {
  const queryClient = useQueryClient();
  const onSuccess = async (list: ProgrammeList): Promise<void> => {
    queryClient.setQueryData(programmesQuery().queryKey, list);
    await queryClient.invalidateQueries({ queryKey: ['team', 'programme'] });
  };
  const path = `${programmePath(id)}/hand-overs`;
  const settle = (act: 'agree' | 'withdraw') => (n: number) => request<ProgrammeList>(`${path}/${n}/${act}`, { method: 'POST', body: {} });
  return {
    propose: useMutation({ mutationFn: (body: ProposeHandOver) => request<ProgrammeList>(path, { method: 'POST', body }), onSuccess }),
    agree: useMutation({ mutationFn: settle('agree'), onSuccess }),
    withdraw: useMutation({ mutationFn: settle('withdraw'), onSuccess }),
  };
}
