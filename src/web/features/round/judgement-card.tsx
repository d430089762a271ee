import type { ReactNode } from 'react';
import type { Judgement } from '../../../model/judgement.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { InlineText, RichText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { toVerdictLabel } from './check-judgement.ts';

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="meta">{label}</dt>
      <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** What a person sealed, as it stays. */
export function JudgementCard({ judgement, sealedAt }: { judgement: Judgement; sealedAt: string | null }) {
  const now = useNow();
  return (
    <section aria-label="Your judgement" className="card grid content-start gap-2.5 px-5 py-4">
      <p className="meta">You{sealedAt && `, sealed ${formatWhen(sealedAt, now)}`}</p>
      <p className="font-semibold">{toVerdictLabel(judgement.verdict)}</p>
      <dl className="grid gap-2.5">
        <Part label="Why">
          <RichText text={judgement.reason} />
        </Part>
        <Part label="Statement">
          <InlineText>{judgement.proposition}</InlineText>
        </Part>
        <Part label={`Probability ${judgement.probability} %`}>
          <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-line">
            <span className="block h-full bg-accent" style={{ width: `${judgement.probability}%` }} />
          </span>
        </Part>
        {judgement.changeMyMind && (
          <Part label="Would change my mind">
            <RichText text={judgement.changeMyMind} />
          </Part>
        )}
        {judgement.lines.length > 0 && <Part label="Lines">{formatCount(judgement.lines.length, 'place')} marked in the case</Part>}
      </dl>
      {judgement.knewOutcome && <p className="meta">You remembered how it ended.</p>}
    </section>
  );
}
