import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TutorChange, TutorView } from '../../../model/api/tutor.ts';
import { tutorQuery } from '../../api/queries.ts';
import { request } from '../../api/request.ts';

/** Turns the second reader on or off, or changes it. */
export function useSaveTutor() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: TutorChange) => request<TutorView>('/api/tutor', { method: 'PUT', body: change }),
    onSuccess: (view) => queryClient.setQueryData(tutorQuery().queryKey, view),
  });
}
