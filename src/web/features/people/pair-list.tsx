import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pair } from '../../../model/team/pair.ts';
import { pairsQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Plain } from '../../ui/text.tsx';
import { PersonName } from './person-name.tsx';

/** The pairs I am in: who sees a case that is shared with one. */
export function PairList({ me }: { me: string }) {
  const pairs = useQuery(pairsQuery());
  if (pairs.isPending) return <Skeleton label="Looking for your pairs" heights={[80]} />;
  if (pairs.isError) return <FailureNotice thrown={pairs.error} onRetry={() => void pairs.refetch()} />;
  if (pairs.data.pairs.length === 0)
    return <p className="text-ink-2">You are in no pair yet. Make one below: a case is always shared with a pair, never with everyone at once.</p>;
  return (
    <ul className="grid gap-3.5">
      {pairs.data.pairs.map((pair) => (
        <PairRow key={pair.id} pair={pair} me={me} />
      ))}
    </ul>
  );
}

function PairRow({ pair, me }: { pair: Pair; me: string }) {
  const [isAsked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const leave = useMutation({
    mutationFn: () => request<void>(`/api/team/pairs/${encodeURIComponent(pair.id)}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: pairsQuery().queryKey }),
  });
  return (
    <li className="card grid gap-2 px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="font-medium">
          <Plain>{pair.name}</Plain>
        </h3>
        {!isAsked && (
          <Button look="quiet" onClick={() => setAsked(true)} aria-label={`Leave ${pair.name}`}>
            Leave
          </Button>
        )}
      </div>
      <ul aria-label={`People of ${pair.name}`} className="flex flex-wrap gap-x-5 gap-y-1.5">
        {pair.people.map(({ id, name }) => (
          <li key={id}>
            <PersonName name={name} isMe={id === me} />
          </li>
        ))}
      </ul>
      {isAsked && (
        <div className="flex flex-wrap items-center gap-x-3">
          <span>Leave this pair? You keep your rounds, and see no new cases of it.</span>
          <Button look="quiet" disabled={leave.isPending} onClick={() => leave.mutate()}>
            Leave it
          </Button>
          <Button look="quiet" onClick={() => setAsked(false)}>
            Stay
          </Button>
        </div>
      )}
      {leave.isError && <FailureNotice thrown={leave.error} />}
    </li>
  );
}
