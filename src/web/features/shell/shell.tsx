import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isTurnedAway, onEntryChange } from '../../api/entry-state.ts';
import { followLiveEvents } from '../../api/follow-live-events.ts';
import { ToastArea } from '../../ui/toast.tsx';
import { EntryPage } from './entry-page.tsx';
import { Header } from './header.tsx';

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

  useEffect(() => (turnedAway ? undefined : followLiveEvents(queryClient)), [queryClient, turnedAway]);

  if (turnedAway) return <EntryPage />;
  return (
    <ToastArea>
      <a href="#content" className="card fixed top-2 left-2 z-30 -translate-y-16 px-4 py-2 focus:translate-y-0">
        Skip to the content
      </a>
      <Header />
      <main id="content" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </ToastArea>
  );
}
