import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Probe } from '../../../model/team/probe.ts';
import { probesQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { usePlace } from '../../api/use-place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';

/** For the owner of the case, on their own machine: Run is for exactly the code above it. Elsewhere it says where to press it. */
export function RunProbe({ probe }: { probe: Probe }) {
  const { isMine } = usePlace();
  const queryClient = useQueryClient();
  const again = (): Promise<void> => queryClient.invalidateQueries({ queryKey: probesQuery(probe.round).queryKey });
  const act = useMutation({
    mutationFn: (what: 'run' | 'decline' | 'cancel') =>
      request<unknown>(`/api/prove/${encodeURIComponent(probe.id)}/${what}`, { method: 'POST', body: what === 'run' ? { sha256: probe.sha256 } : {} }),
    onSettled: again,
  });
  const decline = useMutation({
    mutationFn: () => request<unknown>(`/api/team/probes/${encodeURIComponent(probe.id)}/decline`, { method: 'POST', body: {} }),
    onSettled: again,
  });
  if (!isMine)
    return (
      <div className="grid justify-items-start gap-2">
        <p>It runs on your machine only: open this round in your own Rounds there to run it.</p>
        {probe.state === 'pending' && (
          <Button disabled={decline.isPending} onClick={() => decline.mutate()}>
            Decline
          </Button>
        )}
        {decline.isError && <FailureNotice thrown={decline.error} />}
      </div>
    );
  return (
    <div className="grid gap-2.5">
      {probe.state === 'pending' ? (
        <>
          <p className="text-ink-2">
            Read it first: this very code runs on your machine, on a copy of the code, without network where your system allows that.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" disabled={act.isPending} onClick={() => act.mutate('run')}>
              {act.isPending ? 'Starting…' : 'Run'}
            </Button>
            <Button disabled={act.isPending} onClick={() => act.mutate('decline')}>
              Decline
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button disabled={act.isPending} onClick={() => act.mutate('cancel')}>
            Stop it
          </Button>
        </div>
      )}
      {act.isError && <FailureNotice thrown={act.error} />}
    </div>
  );
}
