import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LinkEvidence } from '../../../model/api/evidence.ts';
import { toApiFailure } from '../../api/api-failure.ts';
import { request } from '../../api/request.ts';
import { useToast } from '../../ui/toast.tsx';

/** Links something to an activity, or takes the link away; the page shows it once it is kept. */
export function useEvidence() {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const rest = {
    onError: (thrown: unknown) => showToast({ text: `It was not kept. ${toApiFailure(thrown).message}` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['growth'] }),
  };
  const link = useMutation({ mutationFn: (given: LinkEvidence) => request<void>('/api/growth/evidence', { method: 'POST', body: given }), ...rest });
  const remove = useMutation({
    mutationFn: (id: string) => request<void>(`/api/growth/evidence/${encodeURIComponent(id)}/remove`, { method: 'POST', body: {} }),
    ...rest,
  });
  return { link, remove };
}
