import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { isTurnedAway, onEntryChange, onSignedOut } from '../../api/entry-state.ts';
import { followLiveEvents } from '../../api/follow-live-events.ts';
import { followTeamEvents } from '../../api/team/follow-team-events.ts';
import { toPlace, whereQuery } from '../../api/where.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ToastArea } from '../../ui/toast.tsx';
import { EntryPage } from './entry-page.tsx';
import { Header } from './header.tsx';
import { usePaletteKey } from './use-palette-key.ts';
import { isOfTeam, isOnlyOnOwnMachine, isOpenToAnyone } from './open-paths.ts';

const SignInPage = lazy(() => import('../account/sign-in-page.tsx').then(({ SignInPage: page }) => ({ default: page })));
const Palette = lazy(() => import('./palette.tsx').then(({ Palette: palette }) => ({ default: palette })));
const NotOnTeamPage = lazy(() => import('../place/not-on-team-page.tsx').then(({ NotOnTeamPage: page }) => ({ default: page })));
const NotLoggedInPage = lazy(() => import('../place/not-logged-in-page.tsx').then(({ NotLoggedInPage: page }) => ({ default: page })));

/** Where a screen reader starts on a new page; sighted keyboard users start there too. */
function useFocusOnNewPage(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

export function Shell() {
  const queryClient = useQueryClient();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const main = useFocusOnNewPage(pathname);
  const turnedAway = useSyncExternalStore(onEntryChange, isTurnedAway);
  const where = useQuery(whereQuery());
  const place = where.data && toPlace(where.data);
  const isMine = place?.isMine ?? false;
  const { isAsked, close } = usePaletteKey();
  const me = place?.me?.id;

  useEffect(() => (turnedAway || !isMine ? undefined : followLiveEvents(queryClient)), [queryClient, turnedAway, isMine]);
  useEffect(() => (turnedAway || me === undefined ? undefined : followTeamEvents(queryClient)), [queryClient, turnedAway, me]);
  useEffect(() => onSignedOut(() => void queryClient.invalidateQueries({ queryKey: whereQuery().queryKey })), [queryClient]);

  if (turnedAway) return <EntryPage />;
  if (where.isError)
    return (
      <main id="content" className="mx-auto max-w-[34rem] px-6 py-10">
        <FailureNotice thrown={where.error} onRetry={() => void where.refetch()} />
      </main>
    );
  if (place && !place.isMine && place.me === null && !isOpenToAnyone(pathname))
    return (
      <main id="content">
        <Suspense>
          <SignInPage />
        </Suspense>
      </main>
    );
  return (
    <ToastArea>
      <a href="#content" className="card fixed top-2 left-2 z-30 -translate-y-16 px-4 py-2 focus:translate-y-0">
        Skip to the content
      </a>
      {place && !(place.me === null && isOpenToAnyone(pathname)) && <Header place={place} />}
      {place && isAsked && (
        <Suspense>
          <Palette place={place} onClose={close} />
        </Suspense>
      )}
      <main id="content" ref={main} tabIndex={-1}>
        {place ? <Content pathname={pathname} isMine={place.isMine} isKnown={place.me !== null} /> : <Opening />}
      </main>
    </ToastArea>
  );
}

const Opening = () => (
  <div className="mx-auto max-w-[70rem] px-4 py-8 sm:px-7">
    <Skeleton label="Opening Rounds" heights={[150, 92]} />
  </div>
);

const lazily = (page: ReactNode): ReactNode => <Suspense fallback={<Opening />}>{page}</Suspense>;

function Content({ pathname, isMine, isKnown }: { pathname: string; isMine: boolean; isKnown: boolean }): ReactNode {
  if (!isMine && isOnlyOnOwnMachine(pathname)) return lazily(<NotOnTeamPage />);
  if (isMine && !isKnown && isOfTeam(pathname)) return lazily(<NotLoggedInPage />);
  return <Outlet />;
}
