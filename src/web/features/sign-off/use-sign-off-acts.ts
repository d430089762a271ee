import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AskSignOff, SignOffView } from '../../../model/api/team/sign-offs.ts';
import { request } from '../../api/request.ts';
import { signOffPath } from '../../api/team/sign-off-queries.ts';

function useAgain() {
  const queryClient = useQueryClient();
  return async (): Promise<void> => {
    await Promise.all(['sign-offs', 'sign-off', 'sign-off-draft', 'case-review'].map((noun) => queryClient.invalidateQueries({ queryKey: ['team', noun] })));
  };
}

export function useAskSignOff() {
  const again = useAgain();
  return useMutation({ mutationFn: (body: AskSignOff) => request<SignOffView>('/api/team/sign-offs', { method: 'POST', body }), onSuccess: again });
}

export type SignOffAct = 'grant' | 'decline' | 'withdraw' | 'reverse';

/** One of the acts of the two; `why` where it takes one. */
export function useSignOffAct(id: string) {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ act, why }: { readonly act: SignOffAct; readonly why?: string }) =>
      request<SignOffView>(`${signOffPath(id)}/${act}`, { method: 'POST', body: why === undefined ? {} : { why } }),
    onSettled: again,
  });
}

export function useAnswerDissent(id: string) {
  const again = useAgain();
  return useMutation({
    mutationFn: ({ by, answer }: { readonly by: string; readonly answer: string }) =>
      request<SignOffView>(`${signOffPath(id)}/dissents/${encodeURIComponent(by)}/answer`, { method: 'POST', body: { answer } }),
    onSuccess: again,
  });
}

export function useSayDissent(id: string) {
  const again = useAgain();
  return useMutation({ mutationFn: (words: string) => request<unknown>(`${signOffPath(id)}/dissent`, { method: 'POST', body: { words } }), onSuccess: again });
}
