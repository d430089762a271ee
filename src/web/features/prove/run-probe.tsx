import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Probe } from '../../../model/team/probe.ts';
import { probesQuery, runsHereQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { usePlace } from '../../api/use-place.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { isSameProbe } from './is-same-probe.ts';

/** For the owner of the case: Run on their own machine, or where to press it. */
export function RunProbe({ probe }: { probe: Probe }) {
  const { isMine } = usePlace();
  if (!isMine) return <RunElsewhere probe={probe} />;
  return probe.state === 'pending' ? <RunHere probe={probe} /> : <StopHere probe={probe} />;
}

function useAct(probe: Probe) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body = {} }: { path: string; body?: object }) => request<unknown>(path, { method: 'POST', body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: probesQuery(probe.round).queryKey.slice(0, 2) }),
  });
}

const toPath = ({ id }: Probe, what: 'run' | 'decline' | 'cancel'): string => `/api/prove/${encodeURIComponent(id)}/${what}`;

/** Run is for exactly the code above it: the hash that goes along was reckoned on this machine, of code that is the same as the one shown. */
function RunHere({ probe }: { probe: Probe }) {
  const here = useQuery(runsHereQuery());
  const act = useAct(probe);
  const waiting = here.data?.probes.find((one) => one.probe.id === probe.id);
  if (here.isError) return <FailureNotice thrown={here.error} onRetry={() => void here.refetch()} />;
  if (!here.data || !waiting) return <p className="meta">{here.data ? 'Your machine has not heard of it yet.' : 'Asking your machine…'}</p>;
  const isShown = isSameProbe(waiting.probe.probe, probe.probe);
  const mayRun = isShown && waiting.hindrance === null;
  return (
    <div className="grid gap-2.5">
      <p className="text-ink-2">
        Read it first: this very code runs on your machine, on a copy of the code,{' '}
        {here.data.sandbox === null ? 'and nothing shuts it in.' : `shut in by ${here.data.sandbox}, without network.`}
      </p>
      {!isShown && <p className="text-bad">Your machine has other code for it than this page. Load the page again.</p>}
      {waiting.hindrance !== null && (
        <p className="text-bad">
          <Plain>{waiting.hindrance}</Plain>
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="go" disabled={!mayRun || act.isPending} onClick={() => act.mutate({ path: toPath(probe, 'run'), body: { sha256: waiting.sha256 } })}>
          {act.isPending ? 'One moment…' : 'Run'}
        </Button>
        <Button disabled={act.isPending} onClick={() => act.mutate({ path: toPath(probe, 'decline') })}>
          Decline
        </Button>
      </div>
      {act.isError && <FailureNotice thrown={act.error} />}
    </div>
  );
}

function StopHere({ probe }: { probe: Probe }) {
  const act = useAct(probe);
  return (
    <div className="grid justify-items-start gap-2.5">
      <Button disabled={act.isPending} onClick={() => act.mutate({ path: toPath(probe, 'cancel') })}>
        Stop it
      </Button>
      {act.isError && <FailureNotice thrown={act.error} />}
    </div>
  );
}

function RunElsewhere({ probe }: { probe: Probe }) {
  const act = useAct(probe);
  return (
    <div className="grid justify-items-start gap-2">
      <p>It runs on your machine only: open this round in your own Rounds there to read and run it.</p>
      {probe.state === 'pending' && (
        <Button disabled={act.isPending} onClick={() => act.mutate({ path: `/api/team/probes/${encodeURIComponent(probe.id)}/decline` })}>
          Decline
        </Button>
      )}
      {act.isError && <FailureNotice thrown={act.error} />}
    </div>
  );
}
