import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Ask } from '../../../model/api/team/threads.ts';
import type { Thread } from '../../../model/team/thread.ts';
import { request } from '../../api/request.ts';

const toPath = (thread: string, act: string): string => `/api/team/threads/${encodeURIComponent(thread)}/${act}`;

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['team', 'threads'] });
}

export function useAsk() {
  return useMutation({ mutationFn: (body: Ask) => request<Thread>('/api/team/threads', { method: 'POST', body }), onSuccess: useRefresh() });
}

export function useAnswer(thread: string) {
  return useMutation({
    mutationFn: (body: string) => request<Thread>(toPath(thread, 'messages'), { method: 'POST', body: { body } }),
    onSuccess: useRefresh(),
  });
}

export function useCloseThread(thread: string) {
  return useMutation({ mutationFn: () => request<Thread>(toPath(thread, 'close'), { method: 'POST', body: {} }), onSuccess: useRefresh() });
}
