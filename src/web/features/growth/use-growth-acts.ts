import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BeliefAct, NewRating } from '../../../model/api/growth.ts';
import { toApiFailure } from '../../api/api-failure.ts';
import { request } from '../../api/request.ts';
import { useToast } from '../../ui/toast.tsx';

/** What its owner may write down about their growth; the page shows it once it is kept. */
export function useGrowthActs() {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const rest = {
    onError: (thrown: unknown) => showToast({ text: `It was not kept. ${toApiFailure(thrown).message}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['growth'] }),
  };
  const belief = useMutation({
    mutationFn: ({ id, act }: { readonly id: string; readonly act: BeliefAct }) =>
      request<void>(`/api/growth/beliefs/${encodeURIComponent(id)}`, { method: 'POST', body: act }),
    ...rest,
  });
  const rating = useMutation({ mutationFn: (given: NewRating) => request<void>('/api/growth/ratings', { method: 'POST', body: given }), ...rest });
  return { belief, rating };
}
