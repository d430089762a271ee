import { Link } from '@tanstack/react-router';
import { AGENT_LABELS } from '../../../model/agent-names.ts';
import type { FoundSession as Found, SearchHit } from '../../../model/api/search.ts';
import { SEARCH_KIND_LABELS, type SearchKind } from '../../../model/search-kinds.ts';
import { formatCount } from '../../text/format-amount.ts';
import { formatClock, formatSpan } from '../../text/format-when.ts';
import { Plain } from '../../ui/text.tsx';
import { MarkedText } from './marked-text.tsx';

const MONO: ReadonlySet<SearchKind> = new Set(['command', 'file', 'output']);

/** One session with the best of what matches in it; each line leads to its event. */
export function FoundSession({ found, now }: { found: Found; now: Date }) {
  const { id, title, titleMarks, agent, repository, branch, startedAt, endedAt, isSubAgent, events, hits } = found;
  const place = [repository, branch].filter(Boolean).join(' · ');
  return (
    <article aria-labelledby={`found-${id}`} className="card overflow-hidden">
      <header className="grid gap-0.5 border-b border-line bg-sunk px-5 py-3">
        <h2 id={`found-${id}`} className="font-medium [overflow-wrap:anywhere]">
          <Link to="/sessions/$id" params={{ id }} className="no-underline hover:underline" data-row>
            <MarkedText text={title} marks={titleMarks} />
          </Link>
        </h2>
        <p className="meta flex flex-wrap gap-x-3">
          <span>
            {AGENT_LABELS[agent]}
            {isSubAgent && ', sub-agent'}, {formatSpan(startedAt, endedAt, now)}
          </span>
          {place && (
            <span className="code text-ink-2 [overflow-wrap:anywhere]">
              <Plain>{place}</Plain>
            </span>
          )}
          {events > hits.length && (
            <span>
              {formatCount(events, 'match', 'matches')}, the best {hits.length} below
            </span>
          )}
        </p>
      </header>
      {hits.length > 0 && (
        <ul className="divide-y divide-line">
          {hits.map((hit) => (
            <li key={hit.seq}>
              <Hit session={id} hit={hit} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Hit({ session, hit }: { session: string; hit: SearchHit }) {
  const { seq, kind, at, text, marks, cutBefore, cutAfter } = hit;
  return (
    <Link
      to="/sessions/$id"
      params={{ id: session }}
      search={{ at: seq }}
      data-row
      className="grid gap-x-5 px-5 py-2.5 no-underline hover:bg-sunk focus-visible:bg-sunk focus-visible:-outline-offset-2 sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:items-baseline"
    >
      <span className="meta flex gap-x-2 sm:justify-between">
        <span>{SEARCH_KIND_LABELS[kind]}</span>
        <span>{formatClock(at) || `#${seq}`}</span>
      </span>
      <span className={`line-clamp-3 text-ink-2 [overflow-wrap:anywhere] ${MONO.has(kind) ? 'code' : ''}`}>
        {cutBefore && '… '}
        <MarkedText text={text} marks={marks} />
        {cutAfter && ' …'}
      </span>
    </Link>
  );
}
