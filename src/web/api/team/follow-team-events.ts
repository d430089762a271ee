import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { askAgain } from '../ask-again.ts';
import { teamRoundQuery } from './queries.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';

/** What a change names; which of it is there says of what it is. */
export interface TeamChange {
  readonly round?: string;
  readonly state?: string;
  readonly pair?: string;
  readonly case?: string;
  readonly probe?: string;
  readonly lesson?: string;
  readonly thread?: string;
  readonly grandRound?: string;
  readonly programme?: string;
  readonly cohort?: string;
  readonly load?: true;
  readonly signOff?: string;
  readonly ratings?: string;
  readonly shown?: string;
  readonly version?: number;
  readonly n?: number;
  /** Who is in the organisation, or as what. */
  readonly people?: true;
  readonly all?: true;
}

/** The keys of what may look different after a change; everything shared where that cannot be told. */
export function toStaleKeys({
  round,
  pair,
  case: changed,
  probe,
  lesson,
  thread,
  grandRound,
  programme,
  cohort,
  load,
  signOff,
  ratings,
  shown,
  people,
  all,
}: TeamChange): readonly QueryKey[] {
  if (all) return [['team']];
  const keys: QueryKey[] = [];
  if (round !== undefined) keys.push(['team', 'round', round], ['team', 'rounds'], ['team', 'case'], ['team', 'lesson', 'of', round], ['team', 'projects']);
  if (people) keys.push(['team', 'people'], ['team', 'pairs'], ['where']);
  if (pair !== undefined) keys.push(['team', 'pairs'], ['team', 'people'], ['team', 'cases']);
  if (changed !== undefined) keys.push(['team', 'case', changed], ['team', 'cases'], ['team', 'rounds'], ['team', 'round']);
  if (probe !== undefined) keys.push(['team', 'probes'], ['team', 'round']);
  if (lesson !== undefined) keys.push(['team', 'lessons'], ['team', 'lesson']);
  if (thread !== undefined) keys.push(['team', 'threads']);
  if (grandRound !== undefined) keys.push(['team', 'grand-round', grandRound], ['team', 'grand-rounds']);
  if (programme !== undefined) keys.push(['team', 'programme', programme], ['team', 'programmes'], ['team', 'cohort']);
  // Its content is what sign-offs ask for, and its lead stands on every year of it.
  if (cohort !== undefined) keys.push(['team', 'cohorts'], ['team', 'cohort', cohort], ['team', 'programmes'], ['team', 'programme'], ['team', 'content']);
  if (load) keys.push(['team', 'load'], ['team', 'cohort']);
  if (programme !== undefined) keys.push(['team', 'weekly'], ['team', 'projects'], ['team', 'protected-time'], ['team', 'meetings']);
  if (signOff !== undefined) keys.push(['team', 'sign-offs'], ['team', 'sign-off', signOff], ['team', 'sign-off-draft'], ['team', 'case-review']);
  if (ratings !== undefined) keys.push(['team', 'ratings', ratings], ['team', 'sign-off-draft']);
  if (shown !== undefined) keys.push(['team', 'shown'], ['team', 'case-review']);
  return keys;
}

const read = (message: MessageEvent<string>): TeamChange => JSON.parse(message.data) as TeamChange;

/**
 * Keeps what is shared true on screen while others act. Only while the page is seen: a browser gives one address few
 * connections, and hidden pages would use them up. When it is seen again the server says that all may have changed.
 */
export function followTeamEvents(queryClient: QueryClient): () => void {
  let source: EventSource | null = null;

  const follow = (change: TeamChange): void => {
    for (const queryKey of toStaleKeys(change)) void askAgain(queryClient, { queryKey });
  };

  const open = (): void => {
    if (source !== null || document.visibilityState === 'hidden') return;
    source = new EventSource('/api/team/events');
    source.addEventListener('changed', (message: MessageEvent<string>) => follow(read(message)));
    source.addEventListener('debrief', (message: MessageEvent<string>) => {
      const { round, version } = read(message);
      if (round === undefined) return;
      const { queryKey } = teamRoundQuery(round);
      // One's own save comes back here, too, and is already on screen.
      if (queryClient.getQueryData<TeamRound>(queryKey)?.debriefVersion !== version) void askAgain(queryClient, { queryKey });
    });
    source.addEventListener('output', (message: MessageEvent<string>) => {
      const { probe } = read(message);
      void askAgain(queryClient, { queryKey: ['team', 'output', probe] });
    });
  };
  const close = (): void => {
    source?.close();
    source = null;
  };
  const onVisibility = (): void => (document.visibilityState === 'hidden' ? close() : open());

  open();
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}
