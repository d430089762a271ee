import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { EvidencedActivity } from '../../../model/evidence-kinds.ts';
import { evidenceCandidatesQuery } from '../../api/growth-queries.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Line } from '../../ui/text.tsx';
import { describeLinking, KIND_WORDS } from './describe-evidence.ts';
import { useEvidence } from './use-evidence.ts';

/** For the activities that sessions hardly show: what git says is mine, or the address of an incident's notes. */
export function LinkEvidence({ activity, now }: { activity: EvidencedActivity; now: Date }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="border-t border-line pt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-ink-2">{describeLinking(activity)}</summary>
      {isOpen && <div className="mt-2.5 grid gap-2.5">{activity === 'E11' ? <IncidentForm /> : <Candidates activity={activity} now={now} />}</div>}
    </details>
  );
}

function Candidates({ activity, now }: { activity: EvidencedActivity; now: Date }) {
  const candidates = useQuery(evidenceCandidatesQuery());
  const { link } = useEvidence();
  if (candidates.isError) return <FailureNotice thrown={candidates.error} onRetry={() => void candidates.refetch()} />;
  if (!candidates.data) return <Skeleton label="Asking git" heights={[60]} />;
  const fit = candidates.data.candidates.filter((one) => one.activity === activity);
  if (fit.length === 0)
    return (
      <p className="text-ink-2">
        None of yours was found in the repositories you had sessions in. In a terminal, <code className="code">rounds evidence add</code> links any.
      </p>
    );
  return (
    <ul className="grid gap-2">
      {fit.map(({ kind, repository, ref, at }) => (
        <li key={`${repository} ${ref}`} className="flex flex-wrap items-center justify-between gap-2 [overflow-wrap:anywhere]">
          <span>
            {KIND_WORDS[kind]}{' '}
            <code className="code">
              <Line>{ref}</Line>
            </code>{' '}
            <span className="meta">
              <Line>{repository}</Line>
              {at && `, ${formatWhen(at, now)}`}
            </span>
          </span>
          <Button disabled={link.isPending} onClick={() => link.mutate({ activity, kind, repository, ref, note: '' })}>
            Link it
          </Button>
        </li>
      ))}
    </ul>
  );
}

function IncidentForm() {
  const { link } = useEvidence();
  const id = useId();
  const [ref, setRef] = useState('');
  const [note, setNote] = useState('');
  const keep = (): void =>
    link.mutate(
      { activity: 'E11', kind: 'incident', repository: '', ref, note },
      {
        onSuccess: () => {
          setRef('');
          setNote('');
        },
      },
    );
  return (
    <>
      <label htmlFor={`${id}-ref`} className="meta">
        Address of the notes. Rounds keeps it and never opens it.
      </label>
      <input
        id={`${id}-ref`}
        type="url"
        className="field"
        placeholder="https://"
        maxLength={1000}
        value={ref}
        onChange={(event) => setRef(event.target.value)}
      />
      <label htmlFor={`${id}-note`} className="meta">
        What you did in it
      </label>
      <input id={`${id}-note`} className="field" maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <Button className="justify-self-start" disabled={!/^https?:\/\/./.test(ref) || link.isPending} onClick={keep}>
        Link it
      </Button>
    </>
  );
}
