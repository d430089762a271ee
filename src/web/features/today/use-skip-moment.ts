import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toApiFailure } from '../../api/api-failure.ts';
import { todayQuery } from '../../api/queries.ts';
import { request } from '../../api/request.ts';
import { useToast } from '../../ui/toast.tsx';

/** Skips a moment at once and offers to take it back. The server keeps nothing that says it was skipped by whom or why. */
export function useSkipMoment(): (id: string) => void {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const reload = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['today'] });

  const restore = useMutation({
    mutationFn: (id: string) => request<void>(`/api/moments/${encodeURIComponent(id)}/restore`, { method: 'POST', body: {} }),
    onError: (thrown) => showToast({ text: `It could not be brought back. ${toApiFailure(thrown).message}` }),
    onSettled: reload,
  });

  const skip = useMutation({
    mutationFn: (id: string) => request<void>(`/api/moments/${encodeURIComponent(id)}/skip`, { method: 'POST', body: {} }),
    onMutate: async (id) => {
      await queryClient.cancelQueries({ queryKey: todayQuery().queryKey });
      queryClient.setQueryData(todayQuery().queryKey, (today) => today && { ...today, moments: today.moments.filter((moment) => moment.id !== id) });
    },
    onSuccess: (_nothing, id) => showToast({ text: 'Skipped. It leaves no trace.', undo: () => restore.mutate(id) }),
    onError: (thrown) => showToast({ text: `It was not skipped. ${toApiFailure(thrown).message}` }),
    onSettled: reload,
  });

  return skip.mutate;
}
