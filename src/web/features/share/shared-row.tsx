import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SharedItem } from '../../../model/api/share.ts';
import { request } from '../../api/request.ts';
import { formatBytes } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';

const STATES: Readonly<Record<SharedItem['state'], string>> = {
  sent: 'Sent',
  unknown: 'Sent; no answer came',
  forgetting: 'Being forgotten: the team’s server is asked again until it answers',
  forgotten: 'Forgotten',
  refused: 'Refused by the team’s server',
  replaced: 'Replaced when you showed it again',
  withdrawn: 'Taken back',
};

const NOUNS: Readonly<Record<SharedItem['what'], string>> = {
  case: 'A case',
  'second-reader': 'A request to a second reader',
  growth: 'Of your growth',
  'sign-off': 'With a request for a sign-off',
};

export function SharedRow({ item, now }: { item: SharedItem; now: Date }) {
  const { what, subject, at, host, to, bytes, digest, moment, state, forgottenAt } = item;
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{NOUNS[what]}</span>
        <span className="meta">{formatWhen(at, now)}</span>
      </p>
      {subject !== null && (
        <p className="[overflow-wrap:anywhere]">
          <Plain>{subject}</Plain>
        </p>
      )}
      <p className="[overflow-wrap:anywhere] text-ink-2">
        To <Plain>{to === null ? host : `${to}, on ${host}`}</Plain>, {formatBytes(bytes)}. {STATES[state]}
        {forgottenAt === null ? '' : ` ${formatWhen(forgottenAt, now)}`}.
      </p>
      {digest && <p className="code meta [overflow-wrap:anywhere]">SHA-256 {digest}</p>}
      <div className="flex flex-wrap items-center gap-x-3">
        {moment && (
          <Link to="/moments/$id" params={{ id: moment }} className="meta underline decoration-line underline-offset-4 hover:text-ink">
            The moment
          </Link>
        )}
        {what === 'case' && state !== 'forgotten' && <Forget item={item} />}
        {what === 'growth' && state === 'sent' && <TakeBack id={item.id} />}
      </div>
    </li>
  );
}

/** One press: it can be shown again. */
function TakeBack({ id }: { id: string }) {
  const queryClient = useQueryClient();
  const takeBack = useMutation({
    mutationFn: () => request<SharedItem>(`/api/shared/shown/${id.replace('shown-', '')}/withdraw`, { method: 'POST', body: {} }),
    onSettled: () => Promise.all([['shared'], ['team', 'shown']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  return (
    <div className="grid gap-2">
      <div>
        <Button disabled={takeBack.isPending} onClick={() => takeBack.mutate()}>
          {takeBack.isPending ? 'One moment…' : 'Take it back'}
        </Button>
      </div>
      {takeBack.isError && <FailureNotice thrown={takeBack.error} />}
    </div>
  );
}

/** Two presses: what is forgotten does not come back. */
function Forget({ item: { id, state } }: { item: SharedItem }) {
  const [isAsked, setAsked] = useState(false);
  const queryClient = useQueryClient();
  const forget = useMutation({
    mutationFn: () => request<SharedItem>(`/api/shared/${encodeURIComponent(id)}/forget`, { method: 'POST', body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['shared'] }),
  });
  return (
    <div className="grid gap-2">
      {isAsked ? (
        <fieldset className="flex flex-wrap items-center gap-2" disabled={forget.isPending}>
          <legend className="mb-1 text-ink-2">
            The case and its code go for everyone, and rounds of it that are not revealed are withdrawn. What people wrote stays theirs.
          </legend>
          <Button look="go" onClick={() => forget.mutate()}>
            {forget.isPending ? 'Forgetting…' : 'Forget it for everyone'}
          </Button>
          <Button look="quiet" onClick={() => setAsked(false)}>
            Keep it
          </Button>
        </fieldset>
      ) : (
        <div>
          <Button onClick={() => setAsked(true)}>{state === 'forgetting' ? 'Ask again' : 'Forget'}</Button>
        </div>
      )}
      {forget.isError && <FailureNotice thrown={forget.error} />}
    </div>
  );
}
