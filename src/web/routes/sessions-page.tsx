import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, type RefObject } from 'react';
import type { SessionList } from '../../model/api/sessions.ts';
import { sessionsQuery, type SessionSearch } from '../api/queries.ts';
import { SearchResults } from '../features/search/search-results.tsx';
import { FirstStart } from '../features/today/first-start.tsx';
import { SessionFilters } from '../features/sessions/session-filters.tsx';
import { SessionRow } from '../features/sessions/session-row.tsx';
import { formatCount, formatNumber } from '../text/format-amount.ts';
import { Button, Key } from '../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { useNow } from '../ui/use-now.ts';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useKeys } from '../ui/use-keys.ts';

/** `j` and `k` move focus from row to row; Enter then opens the link that has focus. */
function useRowKeys() {
  const list = useRef<HTMLDivElement>(null);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return { list, step };
}

export function SessionsPage() {
  const search = useSearch({ strict: false }) as SessionSearch;
  const navigate = useNavigate();
  const sessions = useInfiniteQuery(sessionsQuery(search));
  const first = sessions.data?.pages[0];
  const { query, ...filters } = search;
  const isFiltered = Object.keys(filters).length > 0;
  const { list, step } = useRowKeys();
  const change = (next: SessionSearch): void => void navigate({ to: '/sessions', search: next, replace: true, resetScroll: false });

  return (
    <Page title="Sessions" lead={<Total first={first} isFiltered={isFiltered && query === undefined} />}>
      <div className="mt-6 grid gap-5">
        {(isFiltered || query !== undefined || (first && first.total > 0)) && (
          <SessionFilters
            search={search}
            agents={first?.agents ?? []}
            repositories={first?.repositories ?? []}
            onChange={change}
            onLeaveField={() => step(1)}
          />
        )}
        {query === undefined ? (
          <FilteredSessions list={list} search={search} isFiltered={isFiltered} onShowAll={() => change({})} />
        ) : (
          <SearchResults search={{ ...search, query }} list={list} onChange={change} />
        )}
      </div>
    </Page>
  );
}

interface FilteredSessionsProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly search: SessionSearch;
  readonly isFiltered: boolean;
  readonly onShowAll: () => void;
}

function FilteredSessions({ list, search, isFiltered, onShowAll }: FilteredSessionsProps) {
  const sessions = useInfiniteQuery(sessionsQuery(search));
  const first = sessions.data?.pages[0];
  return (
    <>
      {sessions.isError && <FailureNotice thrown={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <Skeleton label="Looking for sessions" heights={[70, 70, 70, 70, 70]} />}
      {first?.total === 0 &&
        (isFiltered ? (
          <EmptyNotice title="No session matches.">
            <p className="text-ink-2">Try another agent, repository or time.</p>
            <Button onClick={onShowAll}>Show all sessions</Button>
          </EmptyNotice>
        ) : (
          <FirstStart />
        ))}
      {sessions.data && first && first.total > 0 && (
        <Rows
          list={list}
          pages={sessions.data.pages}
          isStale={sessions.isPlaceholderData}
          more={sessions.hasNextPage ? { isPending: sessions.isFetchingNextPage, load: () => void sessions.fetchNextPage() } : null}
        />
      )}
    </>
  );
}

function Total({ first, isFiltered }: { first: SessionList | undefined; isFiltered: boolean }) {
  if (!first) return <p>&nbsp;</p>;
  return (
    <output className="block">
      {first.total === 0 ? 'None yet.' : `${formatCount(first.total, 'session')} ${isFiltered ? 'found' : 'read on this machine'}.`}
    </output>
  );
}

interface RowsProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly pages: readonly SessionList[];
  readonly isStale: boolean;
  readonly more: { readonly isPending: boolean; readonly load: () => void } | null;
}

function Rows({ list, pages, isStale, more }: RowsProps) {
  const now = useNow();
  const rows = pages.flatMap((page) => page.sessions);
  return (
    <>
      <div ref={list}>
        <ul className={`card divide-y divide-line overflow-hidden ${isStale ? 'opacity-60' : ''}`}>
          {rows.map((row) => (
            <li key={row.id}>
              <SessionRow row={row} now={now} />
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="meta [@media(hover:none)]:hidden">
          <Key>j</Key> <Key>k</Key> move, <Key>Enter</Key> opens
        </p>
        {more && (
          <Button disabled={more.isPending} onClick={more.load}>
            {more.isPending ? 'Loading…' : `Show more (${formatNumber(rows.length)} of ${formatNumber(pages[0]?.total ?? 0)})`}
          </Button>
        )}
      </div>
    </>
  );
}
