import type { QueryClient } from '@tanstack/react-query';
import type { ImportProgress } from '../../model/api/machine.ts';
import type { RoundView } from '../../model/api/rounds.ts';
import { askAgain } from './ask-again.ts';
import { importQuery, roundQuery } from './queries.ts';

/** A round is its person's own to write, a preview stands until its owner chooses otherwise, and the team's server has a stream of its own. */
const KEPT: ReadonlySet<unknown> = new Set(['round', 'share-preview', 'team', 'where']);

/** Shortest time between two rounds of asking again: an import announces changes many times a second. */
const QUIET_MS = 1500;

/**
 * Keeps what is on screen true while the server works: import progress is taken as it comes, every other change makes the
 * shown data be asked for again. Returns how to stop.
 */
export function followLiveEvents(queryClient: QueryClient): () => void {
  const source = new EventSource('/api/events');
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const askSoon = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void askAgain(queryClient, { predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) && queryKey[0] !== 'import' });
    }, QUIET_MS);
  };

  source.addEventListener('import', (message: MessageEvent<string>) => {
    const progress = JSON.parse(message.data) as ImportProgress;
    queryClient.setQueryData(importQuery().queryKey, progress);
    if (!progress.running) askSoon();
  });
  source.addEventListener('changed', (message: MessageEvent<string>) => {
    const { round, state, all } = JSON.parse(message.data) as { readonly round?: string; readonly state?: RoundView['state']; readonly all?: true };
    // The stream cannot tell what happened since the page asked: at its first opening, and after a restart of the server.
    if (all) return void askAgain(queryClient, { predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) });
    // A round on screen is asked for again only when it moved elsewhere: in another tab, or in a terminal.
    if (round !== undefined && queryClient.getQueryData(roundQuery(round).queryKey)?.state !== state)
      void askAgain(queryClient, { queryKey: roundQuery(round).queryKey });
    askSoon();
  });

  return () => {
    clearTimeout(waiting);
    source.close();
  };
}
