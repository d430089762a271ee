import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SharedItem, SharePreview } from '../../../model/api/share.ts';
import type { PairId } from '../../../model/team/ids.ts';
import { request } from '../../api/request.ts';
import { formatBytes, formatCount } from '../../text/format-amount.ts';
import { Button, ButtonLink, Key } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { sealKeyName, useSealKey } from '../round/use-seal-key.ts';

interface Props {
  readonly moment: string;
  readonly preview: SharePreview;
  /** Made anew right now: what is on screen is no longer what would be sent. */
  readonly isStale: boolean;
  readonly pair: PairId | undefined;
  readonly onPair: (pair: PairId) => void;
  readonly onLookAgain: () => void;
}

/** Who will see it, how much it is, and the one button that sends it. */
export function SendBox({ moment, preview, isStale, pair, onPair, onLookAgain }: Props) {
  const { to, pairs, hindrance, bytes, sizes, digest, shared, redactions } = preview;
  const queryClient = useQueryClient();
  const send = useMutation({
    mutationFn: () => request<SharedItem>(`/api/moments/${encodeURIComponent(moment)}/share`, { method: 'POST', body: { digest } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['shared'] }),
  });
  const isSent = send.data?.digest === digest || shared.some((one) => one.digest === digest && one.id !== null);
  const caseId = send.data?.case ?? shared.find((one) => one.digest === digest)?.id ?? null;
  const canSend = to !== null && !isStale && !send.isPending && !isSent;
  const press = (): void => {
    if (canSend) send.mutate();
  };
  useSealKey(press);
  const others = to?.pair.people.map(({ name }) => name) ?? [];
  return (
    <div className="card grid gap-3 px-5 py-4">
      <h2 className="heading">Who will see it</h2>
      {to ? (
        <p>
          <span className="font-medium">
            <Plain>{to.pair.name}</Plain>
          </span>
          : <Plain>{others.join(', ')}</Plain>, on <Plain>{to.host}</Plain>. Nobody else, until you publish it.
        </p>
      ) : (
        <p className="text-ink-2">Nobody yet.</p>
      )}
      {pairs.length > 1 && (
        <fieldset className="grid gap-1">
          <legend className="meta">Your pairs</legend>
          {pairs.map(({ id, name }) => (
            <label key={id} className="flex min-h-6 items-center gap-2">
              <input type="radio" name="pair" className="size-4 accent-accent" checked={(pair ?? to?.pair.id) === id} onChange={() => onPair(id)} />
              <Plain>{name}</Plain>
            </label>
          ))}
        </fieldset>
      )}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
        <dt>The case, seen at once</dt>
        <dd>{formatBytes(sizes.case)}</dd>
        <dt>Its code, seen at once</dt>
        <dd>{sizes.tree === 0 ? 'none' : formatBytes(sizes.tree)}</dd>
        <dt>What came later, sealed</dt>
        <dd>{formatBytes(sizes.withheld)}</dd>
        <dt className="font-medium">In all</dt>
        <dd className="font-medium">{formatBytes(bytes)}</dd>
      </dl>
      <p className="meta [overflow-wrap:anywhere]">
        {redactions.length === 0 ? 'Nothing taken out.' : `${formatCount(redactions.length, 'thing')} taken out.`} SHA-256{' '}
        <span className="code">{digest}</span>.{' '}
        <a href={`/api/shared/previews/${digest}/bytes`} download className="underline decoration-line underline-offset-4 hover:text-ink">
          The bytes as a file; they hold what came later
        </a>
        .
      </p>
      {hindrance && (
        <p role="note" className="text-warn">
          <Plain>{hindrance}</Plain>
        </p>
      )}
      {isSent ? (
        <output className="grid justify-items-start gap-3">
          {caseId !== null && (
            <ButtonLink look="go" to="/team/cases/$id" params={{ id: caseId }}>
              Call a round of it
            </ButtonLink>
          )}
          <span>
            Shared. <Link to="/shared">The log of what you shared</Link> lists it, and takes it back.
          </span>
        </output>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button look="go" disabled={!canSend} aria-keyshortcuts="Meta+Enter Control+Enter" onClick={press}>
            {send.isPending ? 'Sending…' : isStale ? 'Looking again…' : to ? `Share with ${to.pair.name}` : 'Share'} <Key>{sealKeyName()}</Key>
          </Button>
          {!to && (
            <Button disabled={isStale} onClick={onLookAgain}>
              Look again
            </Button>
          )}
        </div>
      )}
      {send.isError && <FailureNotice thrown={send.error} onRetry={() => send.mutate()} />}
    </div>
  );
}
