import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';

/** Leaving for good is asked once more, because what was written goes with it. Closing the tab keeps everything. */
export function LeaveRound({ round }: { round: string }) {
  const [isAsked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: () => request<unknown>(`/api/rounds/${encodeURIComponent(round)}/withdraw`, { method: 'POST', body: {} }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => ['today', 'rounds', 'round', 'moment'].includes(String(queryKey[0])) });
      void navigate({ to: '/' });
    },
  });
  if (!isAsked)
    return (
      <Button look="quiet" onClick={() => setAsked(true)}>
        Leave this round
      </Button>
    );
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <span>Leave for good? What you wrote goes with it.</span>
      <Button look="quiet" disabled={leave.isPending} onClick={() => leave.mutate()}>
        Leave
      </Button>
      <Button look="quiet" onClick={() => setAsked(false)}>
        Stay
      </Button>
      {leave.isError && <FailureNotice thrown={leave.error} />}
    </span>
  );
}
