import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Probe } from '../../../model/team/probe.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { probesQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { LineBlock } from '../event/line-block.tsx';
import { PersonName } from '../people/person-name.tsx';
import { describeWaiting, TARGET_NAMES } from './describe-probe.ts';
import type { ProbeGroup } from './group-probes.ts';
import { Output, ProbeResult } from './probe-result.tsx';
import { RunProbe } from './run-probe.tsx';
import { useProbeOutput } from './use-probe-output.ts';

interface ProbeCardProps {
  readonly group: ProbeGroup;
  readonly me: string;
  readonly nameOf: (person: string) => string;
}

/** One probe: what it is to show, its exact code, and side by side what it showed on each version. */
export function ProbeCard({ group, me, nameOf }: ProbeCardProps) {
  const [first] = group.probes;
  const code = first?.probe?.code;
  const lines = useMemo(
    () =>
      (code ?? '')
        .replace(/\n$/, '')
        .split('\n')
        .map((text, index) => ({ text: toVisibleText(text), number: index + 1, sign: ' ' as const, gap: false })),
    [code],
  );
  if (!first) return null;
  return (
    <article className="card grid gap-3.5 px-5 py-4" aria-label={first.probe?.claim ?? 'A probe whose code was forgotten'}>
      <p className="meta">
        <PersonName name={nameOf(first.author)} isMe={first.author === me} />
      </p>
      {first.probe ? (
        <>
          <p className="font-serif text-[1.0625rem] [overflow-wrap:anywhere]">
            <Plain>{first.probe.claim}</Plain>
          </p>
          <div className="card overflow-hidden">
            <p className="code bg-sunk px-3.5 py-1.5 text-ink-2 [overflow-wrap:anywhere]">
              <Plain>{first.probe.path}</Plain>
            </p>
            <div className="border-t border-line">
              <LineBlock lines={lines} />
            </div>
          </div>
        </>
      ) : (
        <p className="text-ink-2">Its code was forgotten with the case.</p>
      )}
      <div className={`grid gap-3.5 ${group.probes.length > 1 ? 'xl:grid-cols-2' : ''}`}>
        {group.probes.map((probe) => (
          <Version key={probe.id} probe={probe} claimAbove={first.probe?.claim} me={me} nameOf={nameOf} />
        ))}
      </div>
    </article>
  );
}

interface VersionProps extends Pick<ProbeCardProps, 'me' | 'nameOf'> {
  readonly probe: Probe;
  /** What is said already of all of them. */
  readonly claimAbove: string | undefined;
}

function Version({ probe, claimAbove, me, nameOf }: VersionProps) {
  const isOwner = probe.owner === me;
  const printed = useProbeOutput(probe.id, probe.state === 'running');
  const target = probe.probe?.target;
  return (
    <section aria-label={target ? TARGET_NAMES[target] : 'A version'} className="grid min-w-0 content-start gap-2.5 border-t border-line pt-3">
      <h2 className="heading">{target ? TARGET_NAMES[target] : 'A version'}</h2>
      {probe.probe && probe.probe.claim !== claimAbove && (
        <p className="font-serif text-[1.0625rem] [overflow-wrap:anywhere]">
          <Plain>{probe.probe.claim}</Plain>
        </p>
      )}
      {probe.probe?.patch && (
        <details>
          <summary className="meta">The patch</summary>
          <pre className="code mt-1.5 max-h-64 overflow-y-auto rounded-lg bg-sunk px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
            <Plain>{probe.probe.patch}</Plain>
          </pre>
        </details>
      )}
      {probe.result ? <ProbeResult result={probe.result} /> : <output>{describeWaiting(probe, { owner: nameOf(probe.owner), isMine: isOwner })}</output>}
      {probe.state === 'running' && <Output text={printed} />}
      {isOwner && (probe.state === 'pending' || probe.state === 'running') && <RunProbe probe={probe} />}
      {probe.author === me && !isOwner && probe.state === 'pending' && <TakeBack probe={probe} />}
      <p className="meta">
        SHA-256 of what {isOwner ? 'you run' : 'runs'}: <span className="code [overflow-wrap:anywhere]">{probe.sha256}</span>
      </p>
    </section>
  );
}

function TakeBack({ probe }: { probe: Probe }) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => request<void>(`/api/team/probes/${encodeURIComponent(probe.id)}/cancel`, { method: 'POST', body: {} }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: probesQuery(probe.round).queryKey }),
  });
  return (
    <div className="grid justify-items-start gap-2">
      <Button look="quiet" disabled={cancel.isPending} onClick={() => cancel.mutate()}>
        Take it back
      </Button>
      {cancel.isError && <FailureNotice thrown={cancel.error} />}
    </div>
  );
}
