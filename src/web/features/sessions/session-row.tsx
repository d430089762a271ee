import { Link } from '@tanstack/react-router';
import { AGENT_LABELS } from '../../../model/agent-names.ts';
import type { SessionRow as Row } from '../../../model/api/sessions.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatSpan } from '../../text/format-when.ts';
import { InlineText, Plain } from '../../ui/text.tsx';
import { describeCounts } from './describe-session.ts';
import { Sparkline } from './sparkline.tsx';

/** A whole row is one link, so that it can be opened in another tab as any link. */
export function SessionRow({ row, now }: { row: Row; now: Date }) {
  const place = [row.repository, row.branch].filter((part) => part !== null).join(' · ');
  return (
    <Link
      to="/sessions/$id"
      params={{ id: row.id }}
      className="grid gap-x-6 gap-y-1 px-5 py-3.5 no-underline hover:bg-sunk focus-visible:bg-sunk sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
      data-row
    >
      <span className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-medium [overflow-wrap:anywhere]">
            <InlineText>{row.title}</InlineText>
          </span>
          {row.counts.moments > 0 && (
            <span className="meta whitespace-nowrap text-warn">
              <span aria-hidden="true">● </span>
              {formatCount(row.counts.moments, 'moment')}
            </span>
          )}
        </span>
        <span className="meta flex flex-wrap gap-x-3">
          <span>
            {AGENT_LABELS[row.agent]}, {formatSpan(row.startedAt, row.endedAt, now)}
          </span>
          {place && (
            <span className="code text-ink-2 [overflow-wrap:anywhere]">
              <Plain>{place}</Plain>
            </span>
          )}
          {describeCounts(row.counts).map((part) => (
            <span key={part}>{part}</span>
          ))}
          {row.subSessions > 0 && <span>{formatCount(row.subSessions, 'sub-agent')}</span>}
        </span>
      </span>
      <Sparkline values={row.spark} />
    </Link>
  );
}
