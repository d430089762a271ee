import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RoundView } from '../../../model/api/rounds.ts';
import type { Dismissed } from '../../../model/api/ranking.ts';
import type { Dismissal } from '../../../model/api/today.ts';
import { roundQuery } from '../../api/queries.ts';
import { request } from '../../api/request.ts';
import { useToast } from '../../ui/toast.tsx';
import { describeLowered } from './describe-lowered.ts';

/** Begins a round of a moment and goes there. */
export function useStartRound(moment: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => request<RoundView>('/api/rounds', { method: 'POST', body: { moment } }),
    onSuccess: (round) => {
      queryClient.setQueryData(roundQuery(round.id).queryKey, round);
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['today', 'rounds', 'moment'].includes(String(queryKey[0])) });
      void navigate({ to: '/rounds/$id', params: { id: round.id } });
    },
  });
}

/** Brings a skipped or dismissed moment back. */
export function useRestoreMoment(moment: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>(`/api/moments/${encodeURIComponent(moment)}/restore`, { method: 'POST', body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['today', 'moment', 'session', 'dismissed'].includes(String(queryKey[0])) }),
  });
}

/** Dismisses a moment with its reason, goes to Today and offers to take it back. */
export function useDismissMoment(moment: string) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const showToast = useToast();
  const restore = useRestoreMoment(moment);
  return useMutation({
    mutationFn: (dismissal: Dismissal) => request<Dismissed>(`/api/moments/${encodeURIComponent(moment)}/dismiss`, { method: 'POST', body: dismissal }),
    onSuccess: ({ legitimate }) => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['today', 'moment', 'session', 'dismissed'].includes(String(queryKey[0])) });
      showToast({ text: legitimate ? describeLowered(legitimate) : 'Dismissed. Thank you: it makes the next ones better.', undo: () => restore.mutate() });
      void navigate({ to: '/' });
    },
  });
}
