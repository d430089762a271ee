import type { ReactNode } from 'react';
import type { Debrief } from '../../../model/debrief.ts';
import { useNow } from '../../ui/use-now.ts';
import { formatWhen } from '../../text/format-when.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Line, RichText } from '../../ui/text.tsx';

const PARTS: readonly { readonly field: Exclude<keyof Debrief, 'generalRule'>; readonly label: string }[] = [
  { field: 'whatWasRight', label: 'What was right' },
  { field: 'changedMind', label: 'What moved you' },
  { field: 'uncertainties', label: 'Still unclear' },
  { field: 'nextTime', label: 'Next time' },
];

/** What stays of a round. */
interface ClosedStepProps {
  readonly debrief: Debrief;
  readonly closedAt: string | null;
  readonly kept?: string;
  readonly moved?: string;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

export function ClosedStep({ debrief, closedAt, kept = 'The rule you keep', moved, children }: ClosedStepProps) {
  const now = useNow();
  return (
    <div className="grid gap-6">
      <div>
        <p className="meta mb-1.5">
          {kept}
          {closedAt && `, closed ${formatWhen(closedAt, now)}`}
        </p>
        <p className="border-l-2 border-accent pl-4 font-serif text-2xl leading-snug [overflow-wrap:anywhere]">
          <Line>{debrief.generalRule}</Line>
        </p>
      </div>
      <dl className="card grid gap-3 px-5 py-4">
        {PARTS.filter(({ field }) => debrief[field] !== '').map(({ field, label }) => (
          <div key={field}>
            <dt className="meta">{(field === 'changedMind' && moved) || label}</dt>
            <dd>
              <RichText text={debrief[field]} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-3">
        {children}
        <ButtonLink to="/">Back to Today</ButtonLink>
      </div>
    </div>
  );
}
