import { queryOptions } from '@tanstack/react-query';
import type { Me, Where } from '../../model/api/team/accounts.ts';
import { request } from './request.ts';

/** Which Rounds serves this page, and as whom; asked once, and again when somebody signs in or out. */
export const whereQuery = () => queryOptions({ queryKey: ['where'], queryFn: ({ signal }) => request<Where>('/api/where', { signal }), staleTime: Infinity });

/** The places of the app follow from this. */
export interface Place {
  /** Sessions and moments are here: this is somebody's own machine. */
  readonly isMine: boolean;
  /** Who I am among the team; null where nobody is logged in, or there is no team. */
  readonly me: Me | null;
  /** The team's server, where this is not it. */
  readonly teamUrl: string | null;
  /** Why the team cannot be reached, though this machine is logged in to one. */
  readonly teamProblem: string | null;
}

export const toPlace = (where: Where): Place =>
  where.kind === 'mine'
    ? { isMine: true, me: where.team?.me ?? null, teamUrl: where.team?.url || null, teamProblem: where.team?.problem ?? null }
    : { isMine: false, me: where.me, teamUrl: null, teamProblem: null };
