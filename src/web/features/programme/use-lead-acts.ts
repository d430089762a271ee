import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CohortList } from '../../../model/api/team/cohorts.ts';
import { cohortPath, cohortsQuery, programmesQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';

/** Asking somebody to lead a cohort, and what they answer. After it its years may be another's, so all of them are asked for anew. */
export function useLeadActs(cohort: string) {
  const queryClient = useQueryClient();
  const onSuccess = async (list: CohortList): Promise<void> => {
    queryClient.setQueryData(cohortsQuery().queryKey, list);
    await queryClient.invalidateQueries({ queryKey: programmesQuery().queryKey });
  };
  const path = `${cohortPath(cohort)}/lead`;
  const settle = (act: 'accept' | 'withdraw') => (n: number) => request<CohortList>(`${path}/${n}/${act}`, { method: 'POST', body: {} });
  return {
    propose: useMutation({ mutationFn: (to: string) => request<CohortList>(path, { method: 'POST', body: { to } }), onSuccess }),
    accept: useMutation({ mutationFn: settle('accept'), onSuccess }),
    withdraw: useMutation({ mutationFn: settle('withdraw'), onSuccess }),
  };
}
