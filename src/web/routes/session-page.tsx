import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { AGENT_LABELS } from '../../model/agent-names.ts';
import type { SessionDetail } from '../../model/api/sessions.ts';
import { sessionQuery } from '../api/queries.ts';
import { EventAside } from '../features/session/event-aside.tsx';
import { Timeline } from '../features/session/timeline.tsx';
import { Transcript } from '../features/session/transcript.tsx';
import { describeCounts } from '../features/sessions/describe-session.ts';
import { formatCount } from '../text/format-amount.ts';
import { formatSpan } from '../text/format-when.ts';
import { toVisibleText } from '../text/to-visible-text.ts';
import { Key } from '../ui/button.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Line, Plain } from '../ui/text.tsx';
import { useNow } from '../ui/use-now.ts';
import { usePageTitle } from '../ui/use-page-title.ts';
import { DataFailurePage } from './problem-pages.tsx';
import type { EventSearch } from './search.ts';

export function SessionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const session = useQuery(sessionQuery(id));
  if (session.data) return <Session key={id} detail={session.data} />;
  if (session.isError) return <DataFailurePage noun="session" thrown={session.error} onRetry={() => void session.refetch()} />;
  return (
    <div className="px-4 py-6 sm:px-7">
      <Skeleton label="Opening the session" heights={[40, 190, 120, 120]} />
    </div>
  );
}

/** The part of the window that the header and, on large windows, the timeline cover. */
function useCoveredHeight() {
  const bar = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(60);
  useLayoutEffect(() => {
    const measure = (): void => {
      const element = bar.current;
      if (!element) return;
      const isSticky = getComputedStyle(element).position === 'sticky';
      // Both stay at the top on the same windows; on small ones both scroll away.
      setHeight(isSticky ? (document.querySelector('header')?.offsetHeight ?? 0) + element.offsetHeight + 8 : 8);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return [bar, height] as const;
}

function Session({ detail }: { detail: SessionDetail }) {
  const { at } = useSearch({ strict: false }) as EventSearch;
  const navigate = useNavigate({ from: '/sessions/$id' });
  const [bar, covered] = useCoveredHeight();
  const cursor = at ?? null;
  const onMove = useCallback((seq: number) => void navigate({ search: { at: seq }, replace: true, resetScroll: false }), [navigate]);
  usePageTitle(toVisibleText(detail.title));

  return (
    <div className="px-4 pt-5 pb-16 sm:px-7">
      <h1 className="title [overflow-wrap:anywhere]">
        <Line>{detail.title}</Line>
      </h1>
      <Facts detail={detail} />
      {detail.eventsTotal === 0 ? (
        <p className="mt-6 text-ink-2">This session holds no events: it was opened and left, or its transcript was cut off.</p>
      ) : (
        <>
          <div
            ref={bar}
            className="z-5 -mx-4 mt-1 bg-paper px-4 py-3 sm:-mx-7 sm:px-7 [@media(min-width:48rem)_and_(min-height:44rem)]:sticky [@media(min-width:48rem)_and_(min-height:44rem)]:top-13"
          >
            <Timeline detail={detail} cursor={cursor} onMove={onMove} />
          </div>
          <div className="mt-3 grid gap-x-7 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_22.5rem]">
            <aside aria-label="The event under the cursor" className="lg:order-1">
              <div className="grid gap-4 lg:sticky" style={{ top: `${covered + 8}px` }}>
                <EventAside detail={detail} cursor={cursor} />
                <p className="meta hidden [@media(hover:hover)]:block">
                  <Key>j</Key> <Key>k</Key> next and previous event
                </p>
              </div>
            </aside>
            <Transcript detail={detail} cursor={cursor} onMove={onMove} covered={covered} />
          </div>
        </>
      )}
    </div>
  );
}

function Facts({ detail }: { detail: SessionDetail }) {
  const now = useNow();
  const { session, repository, counts, subSessions, unknownRecords } = detail;
  const place = [repository, session.branch].filter(Boolean).join(' · ');
  const unknown = Object.entries(unknownRecords);
  return (
    <>
      <p className="meta mt-1 flex flex-wrap gap-x-3">
        <span>{AGENT_LABELS[session.agent]}</span>
        {place && (
          <span className="code text-ink-2 [overflow-wrap:anywhere]">
            <Plain>{place}</Plain>
          </span>
        )}
        <span>{formatSpan(session.startedAt, session.endedAt, now)}</span>
        {describeCounts(counts).map((part) => (
          <span key={part}>{part}</span>
        ))}
        {unknown.length > 0 && (
          <span title={toVisibleText(unknown.map(([kind, count]) => `${kind}: ${count}`).join('\n'))}>
            {formatCount(
              unknown.reduce((sum, [, count]) => sum + count, 0),
              'record',
            )}{' '}
            of a kind Rounds does not know yet
          </span>
        )}
      </p>
      {subSessions.length > 0 && (
        <details className="meta mt-1">
          <summary>{formatCount(subSessions.length, 'sub-agent')} worked for it</summary>
          <ul className="mt-1 grid gap-1">
            {subSessions.map(({ id, title, events }) => (
              <li key={id}>
                <Link to="/sessions/$id" params={{ id }} className="text-accent underline underline-offset-3">
                  <Plain>{title}</Plain>
                </Link>
                , {formatCount(events, 'event')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
