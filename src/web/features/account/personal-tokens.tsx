import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeToken, PersonalToken } from '../../../model/api/team/accounts.ts';
import { request } from '../../api/request.ts';
import { tokensQuery } from '../../api/team/queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CopyButton } from '../people/copy-button.tsx';

/** For programs that cannot be logged in by a browser. */
export function PersonalTokens() {
  const [name, setName] = useState('');
  const tokens = useQuery(tokensQuery());
  const queryClient = useQueryClient();
  const again = (): Promise<void> => queryClient.invalidateQueries({ queryKey: tokensQuery().queryKey });
  const make = useMutation({
    mutationFn: () => request<MadeToken>('/api/team/tokens', { method: 'POST', body: { name } }),
    onSuccess: () => {
      setName('');
      return again();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => request<void>(`/api/team/tokens/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: again,
  });
  return (
    <div className="grid gap-3.5">
      <p className="text-ink-2">
        Your own Rounds and the command line need none:{' '}
        <code className="code rounded-sm bg-sunk px-1 [overflow-wrap:anywhere]">rounds login {location.origin}</code> lets them in. A key may do what you may.
      </p>
      {tokens.isPending && <Skeleton label="Looking for keys" heights={[60]} />}
      {tokens.isError && <FailureNotice thrown={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && tokens.data.tokens.length > 0 && <TokenList tokens={tokens.data.tokens} isBusy={revoke.isPending} onRevoke={(id) => revoke.mutate(id)} />}
      {revoke.isError && <FailureNotice thrown={revoke.error} />}
      <form
        className="card grid items-end gap-x-4 gap-y-3 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <TextInput id="token-name" label="What the key is for" maxLength={100} required value={name} onText={setName} />
        <Button type="submit" className="min-h-10" disabled={make.isPending}>
          {make.isPending ? 'Making it…' : 'Make a key'}
        </Button>
      </form>
      {make.isError && <FailureNotice thrown={make.error} />}
      {make.data && (
        <output className="card grid gap-2.5 border-accent-line px-5 py-4">
          <span className="font-medium">Copy it now: it is shown this once.</span>
          <input id="made-token" readOnly aria-label="The key" className="field code" value={make.data.token} onFocus={(event) => event.target.select()} />
          <CopyButton text={make.data.token} from="made-token" />
        </output>
      )}
    </div>
  );
}

function TokenList({ tokens, isBusy, onRevoke }: { tokens: readonly PersonalToken[]; isBusy: boolean; onRevoke: (id: string) => void }) {
  const now = useNow();
  return (
    <ul className="card divide-y divide-line px-5">
      {tokens.map(({ id, name, createdAt, lastUsedOn }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
          <span className="grid min-w-0">
            <span className="[overflow-wrap:anywhere]">
              <Plain>{name}</Plain>
            </span>
            <span className="meta">
              made {formatWhen(createdAt, now)}, {lastUsedOn === null ? 'never used' : `last used on ${lastUsedOn}`}
            </span>
          </span>
          <Button look="quiet" disabled={isBusy} aria-label={`Revoke the key ${name}`} onClick={() => onRevoke(id)}>
            Revoke
          </Button>
        </li>
      ))}
    </ul>
  );
}
