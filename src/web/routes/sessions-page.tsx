import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import type { SessionList } from '../../model/api/sessions.ts';
import { sessionsQuery, type SessionSearch } from '../api/queries.ts';
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
  const list = useRef<HTMLUListElement>(null);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  return list;
}

export function SessionsPage() {
  const search = useSearch({ strict: false }) as SessionSearch;
  const navigate = useNavigate();
  const sessions = useInfiniteQuery(sessionsQuery(search));
  const first = sessions.data?.pages[0];
  const isFiltered = Object.keys(search).length > 0;

  return (
    <Page title="Sessions" lead={<Total first={first} isFiltered={isFiltered} />}>
      <div className="mt-6 grid gap-5">
        {(isFiltered || (first && first.total > 0)) && (
          <SessionFilters
            search={search}
            agents={first?.agents ?? []}
            repositories={first?.repositories ?? []}
            onChange={(next) => void navigate({ to: '/sessions', search: next, replace: true, resetScroll: false })}
          />
        )}
        {sessions.isError && <FailureNotice thrown={sessions.error} onRetry={() => void sessions.refetch()} />}
        {sessions.isPending && <Skeleton label="Looking for sessions" heights={[70, 70, 70, 70, 70]} />}
        {first?.total === 0 &&
          (isFiltered ? (
            <EmptyNotice title="No session matches.">
              <p className="text-ink-2">Try fewer words, or another agent, repository or time.</p>
              <Button onClick={() => void navigate({ to: '/sessions', search: {}, replace: true })}>Show all sessions</Button>
            </EmptyNotice>
          ) : (
            <FirstStart />
          ))}
        {sessions.data && first && first.total > 0 && (
          <Rows
            pages={sessions.data.pages}
            isStale={sessions.isPlaceholderData}
            more={sessions.hasNextPage ? { isPending: sessions.isFetchingNextPage, load: () => void sessions.fetchNextPage() } : null}
          />
        )}
      </div>
    </Page>
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
  readonly pages: readonly SessionList[];
  readonly isStale: boolean;
  readonly more: { readonly isPending: boolean; readonly load: () => void } | null;
}

function Rows({ pages, isStale, more }: RowsProps) {
  const list = useRowKeys();
  const now = useNow();
  const rows = pages.flatMap((page) => page.sessions);
  return (
    <>
      <ul ref={list} className={`card divide-y divide-line overflow-hidden ${isStale ? 'opacity-60' : ''}`}>
        {rows.map((row) => (
          <li key={row.id}>
            <SessionRow row={row} now={now} />
          </li>
        ))}
      </ul>
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
