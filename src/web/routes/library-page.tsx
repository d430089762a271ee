import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { lessonsQuery, type LessonSearch } from '../api/team/lesson-queries.ts';
import { LessonFilters } from '../features/library/lesson-filters.tsx';
import { LessonRow } from '../features/library/lesson-row.tsx';
import { formatCount } from '../text/format-amount.ts';
import { Button, Key } from '../ui/button.tsx';
import { EmptyNotice, FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useNow } from '../ui/use-now.ts';

export function LibraryPage() {
  const search = useSearch({ strict: false }) as LessonSearch;
  const navigate = useNavigate();
  const now = useNow();
  const list = useRef<HTMLDivElement>(null);
  const found = useInfiniteQuery(lessonsQuery(search));
  const pages = found.data?.pages ?? [];
  const lessons = pages.flatMap((page) => page.lessons);
  const people = pages.flatMap((page) => page.people);
  const me = pages[0]?.me;
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const change = useCallback((next: LessonSearch) => void navigate({ to: '/library', search: next, replace: true, resetScroll: false }), [navigate]);
  const step = (by: number): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  return (
    <Page
      title="Library"
      lead={
        <output className="block">
          {found.data ? `${formatCount(lessons.length, 'lesson')}${found.hasNextPage ? ' and more' : ''}${isFiltered ? ' found' : ''}.` : <>&nbsp;</>}
        </output>
      }
      narrow
    >
      <div className="mt-6 grid gap-5">
        {(isFiltered || lessons.length > 0) && <LessonFilters search={search} tags={listTags(lessons)} onChange={change} onLeaveField={() => step(1)} />}
        {found.isPending && <Skeleton label="Looking for lessons" heights={[90, 90, 90]} />}
        {found.isError && <FailureNotice thrown={found.error} onRetry={() => void found.refetch()} />}
        {found.data && lessons.length === 0 && (isFiltered ? <NothingFound onShowAll={() => change({})} /> : <NothingYet />)}
        {lessons.length > 0 && (
          <div ref={list} className={`grid gap-3.5 ${found.isPlaceholderData ? 'opacity-60' : ''}`}>
            {lessons.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} people={people} isMine={lesson.authors.some((author) => author === me)} now={now} />
            ))}
          </div>
        )}
        {found.hasNextPage && (
          <Button className="justify-self-start" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {found.isFetchingNextPage ? 'Loading…' : 'Show more'}
          </Button>
        )}
        {lessons.length > 0 && (
          <>
            <p className="meta [@media(hover:none)]:hidden">
              <Key>j</Key> <Key>k</Key> move, <Key>Enter</Key> opens
            </p>
            <p className="meta">
              For your agents, in a repository: <code className="code [overflow-wrap:anywhere]">rounds lessons --export agents-md --to AGENTS.md</code>
            </p>
          </>
        )}
      </div>
    </Page>
  );
}

const listTags = (lessons: readonly { readonly tags: readonly string[] }[]): string[] =>
  [...new Set(lessons.flatMap(({ tags }) => tags))].toSorted().slice(0, 24);

function NothingFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <EmptyNotice title="No lesson matches.">
      <p className="text-ink-2">Parts of words are found too. Try fewer of them.</p>
      <Button onClick={onShowAll}>Show all lessons</Button>
    </EmptyNotice>
  );
}

function NothingYet() {
  return (
    <EmptyNotice title="The first lesson comes out of a round.">
      <p className="text-ink-2">
        Close a round with its one general rule and keep that with one key. What people explain in a question’s answer can be kept as well.
      </p>
    </EmptyNotice>
  );
}
