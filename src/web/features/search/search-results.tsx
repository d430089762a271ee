import { useQuery } from '@tanstack/react-query';
import { useState, type RefObject } from 'react';
import type { SearchResults as Results } from '../../../model/api/search.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { searchQuery, type SessionSearch } from '../../api/queries.ts';
import { formatCount } from '../../text/format-amount.ts';
import { Button, Key } from '../../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { FoundSession } from './found-session.tsx';
import { toWiderQuery } from './to-wider-query.ts';

/** Sessions a step of "Show more"; the server gives at most 100. */
const STEP = 20;
const MOST = 100;

interface SearchResultsProps {
  readonly search: SessionSearch & { readonly query: string };
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onChange: (search: SessionSearch) => void;
}

/** What was found, grouped by session, best first. */
export function SearchResults({ search, list, onChange }: SearchResultsProps) {
  const asked = JSON.stringify(search);
  const [more, setMore] = useState({ asked, limit: STEP });
  // Another search begins with its best few again.
  const limit = more.asked === asked ? more.limit : STEP;
  const results = useQuery(searchQuery(search, limit));
  const now = useNow();
  const { data } = results;

  if (results.isError) return <Refused thrown={results.error} onRetry={() => void results.refetch()} />;
  if (!data) return <Skeleton label="Searching" heights={[120, 120, 120]} />;
  if (data.sessionsTotal === 0) return <NothingFound search={search} onChange={onChange} />;
  return (
    <>
      <output className="-mb-1 block text-ink-2">{describeFound(data)}</output>
      <div ref={list} className={`grid gap-3.5 ${results.isPlaceholderData ? 'opacity-60' : ''}`}>
        {data.sessions.map((found) => (
          <FoundSession key={found.id} found={found} now={now} />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="meta [@media(hover:none)]:hidden">
          <Key>j</Key> <Key>k</Key> move, <Key>Enter</Key> opens
        </p>
        {data.sessionsTotal > data.sessions.length &&
          (limit < MOST ? (
            <Button disabled={results.isPlaceholderData} onClick={() => setMore({ asked, limit: limit + STEP })}>
              Show more sessions
            </Button>
          ) : (
            <p className="meta">These are the best {MOST}. Another word finds less.</p>
          ))}
      </div>
    </>
  );
}

function describeFound({ sessionsTotal, eventsTotal, isCut }: Results): string {
  const events = eventsTotal === 0 ? '' : `${formatCount(eventsTotal, 'match', 'matches')} in `;
  return `${events}${formatCount(sessionsTotal, 'session')}${isCut ? ', of which the newest were ranked: add a word.' : '.'}`;
}

/** What holds no word is no error: the person is still typing. */
function Refused({ thrown, onRetry }: { thrown: unknown; onRetry: () => void }) {
  if (thrown instanceof ApiFailure && thrown.status === 400)
    return (
      <EmptyNotice title={thrown.message}>
        <p className="text-ink-2">{thrown.next}</p>
      </EmptyNotice>
    );
  return <FailureNotice thrown={thrown} onRetry={onRetry} />;
}

function NothingFound({ search, onChange }: Omit<SearchResultsProps, 'list'>) {
  const { query, ...filters } = search;
  const wider = toWiderQuery(query);
  return (
    <EmptyNotice title="Nothing matches.">
      <p className="text-ink-2">All words must stand in one event. Fewer words find more.</p>
      <div className="flex flex-wrap gap-2.5">
        {wider !== null && (
          <Button onClick={() => onChange({ ...search, query: wider })}>
            Search for <code className="code">{wider}</code>
          </Button>
        )}
        {Object.values(filters).some((value) => value !== undefined) && <Button onClick={() => onChange({ query })}>Search all sessions</Button>}
        <Button onClick={() => onChange({})}>Show all sessions</Button>
      </div>
    </EmptyNotice>
  );
}
