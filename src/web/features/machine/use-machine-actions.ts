import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/request.ts';
import { importQuery } from '../../api/queries.ts';

/** Loads or removes the bundled demo; everything shown is asked for again. */
export function useDemo() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (action: 'load' | 'remove') => request<void>('/api/demo', { method: 'POST', body: { action } }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}

/** Starts an import; its progress comes over the live events. */
export function useImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request<void>('/api/import', { method: 'POST', body: {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: importQuery().queryKey }),
  });
}
