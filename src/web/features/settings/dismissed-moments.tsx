import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DismissedMoment } from '../../../model/api/ranking.ts';
import { dismissedQuery } from '../../api/queries.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Line } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { describeLowered } from '../moment/describe-lowered.ts';
import { REASONS } from '../moment/dismiss-form.tsx';
import { useRestoreMoment } from '../moment/use-moment-actions.ts';
import { Section } from './section.tsx';

/** A long list is folded after these. */
const SHOWN = 3;

/** Everything put away with a reason, what that changed, and the way back. */
export function DismissedMoments() {
  const list = useQuery(dismissedQuery());
  const dismissed = list.data?.dismissed ?? [];
  const rest = dismissed.slice(SHOWN);
  return (
    <Section id="dismissed" title="What you dismissed">
      {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
      {list.data && dismissed.length === 0 && (
        <p className="text-ink-2">Nothing yet. A moment called “legitimate here” ranks others like it lower in its repository.</p>
      )}
      {dismissed.length > 0 && (
        <ul className="card divide-y divide-line px-5">
          {dismissed.slice(0, SHOWN).map((one) => (
            <Row key={one.moment} one={one} />
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <details className="card px-5 py-3">
          <summary className="font-medium">{formatCount(rest.length, 'earlier one')}</summary>
          <ul className="mt-2 divide-y divide-line">
            {rest.map((one) => (
              <Row key={one.moment} one={one} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Row({ one: { moment, question, dismissal, at, legitimate } }: { one: DismissedMoment }) {
  const restore = useRestoreMoment(moment);
  const now = useNow();
  return (
    <li className="grid gap-1 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{REASONS[dismissal.reason].label}</span>
        <span className="meta">{formatWhen(at, now)}</span>
      </p>
      <Link
        id={`dismissed-${moment}`}
        to="/moments/$id"
        params={{ id: moment }}
        className="[overflow-wrap:anywhere] text-ink-2 underline decoration-line underline-offset-4 hover:text-ink"
      >
        <Line>{question}</Line>
      </Link>
      {dismissal.note && (
        <p>
          <Line>{dismissal.note}</Line>
        </p>
      )}
      {legitimate && (
        <p>
          <Line>{describeLowered(legitimate)}</Line>
        </p>
      )}
      <div>
        <Button disabled={restore.isPending} aria-describedby={`dismissed-${moment}`} onClick={() => restore.mutate()}>
          Bring it back
        </Button>
      </div>
      {restore.isError && <FailureNotice thrown={restore.error} />}
    </li>
  );
}
