import { useState } from 'react';
import type { Dismissal } from '../../../model/api/today.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useDismissMoment } from './use-moment-actions.ts';

export const REASONS: Readonly<Record<Dismissal['reason'], { readonly label: string; readonly meaning: string }>> = {
  'legitimate-here': { label: 'Legitimate here', meaning: 'In this repository it is meant to be so. Rounds will rank it lower here.' },
  'not-worth-it': { label: 'Not worth it', meaning: 'True, but not worth five minutes.' },
  wrong: { label: 'Wrong', meaning: 'Rounds misread what happened.' },
};

/** A moment is dismissed with a reason, because the reason teaches the ranking. */
export function DismissForm({ moment }: { moment: string }) {
  const [isOpen, setOpen] = useState(false);
  const dismiss = useDismissMoment(moment);
  if (!isOpen)
    return (
      <Button look="quiet" onClick={() => setOpen(true)}>
        Dismiss it
      </Button>
    );
  return (
    <fieldset className="grid gap-2" disabled={dismiss.isPending}>
      <legend className="heading mb-2">Dismiss it because it is</legend>
      {(Object.keys(REASONS) as Dismissal['reason'][]).map((reason) => (
        <button key={reason} type="button" className="card grid px-3.5 py-2 text-left hover:border-edge" onClick={() => dismiss.mutate({ reason })}>
          <span className="font-medium">{REASONS[reason].label}</span>
          <span className="meta">{REASONS[reason].meaning}</span>
        </button>
      ))}
      <Button look="quiet" className="justify-self-start" onClick={() => setOpen(false)}>
        Keep it
      </Button>
      {dismiss.isError && <FailureNotice thrown={dismiss.error} />}
    </fieldset>
  );
}
