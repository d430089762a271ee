/** What the screens for two ask for. Every key begins with `team`, so that the team's stream can say what to ask for again. */
import { queryOptions } from '@tanstack/react-query';
import type { Invitation, OrganisationView, Person, PersonalToken } from '../../../model/api/team/accounts.ts';
import type { CaseList, CaseView } from '../../../model/api/team/case-views.ts';
import type { WaitingList } from '../../../model/api/prove.ts';
import type { WaitingProbes } from '../../../model/api/team/probes.ts';
import type { TeamRoundList } from '../../../model/api/team/rounds.ts';
import type { Pair } from '../../../model/team/pair.ts';
import type { Probe } from '../../../model/team/probe.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';
import { request, toPath } from '../request.ts';

export const teamRoundsQuery = () =>
  queryOptions({ queryKey: ['team', 'rounds'], queryFn: ({ signal }) => request<TeamRoundList>('/api/team/rounds', { signal }) });

export const teamRoundPath = (id: string): string => `/api/team/rounds/${encodeURIComponent(id)}`;

export const teamRoundQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'round', id], queryFn: ({ signal }) => request<TeamRound>(teamRoundPath(id), { signal }) });

export const teamCasesQuery = () => queryOptions({ queryKey: ['team', 'cases'], queryFn: ({ signal }) => request<CaseList>('/api/team/cases', { signal }) });

export const teamCaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['team', 'case', id],
    queryFn: ({ signal }) => request<CaseView>(`/api/team/cases/${encodeURIComponent(id)}`, { signal }),
  });

export const pairsQuery = () =>
  queryOptions({ queryKey: ['team', 'pairs'], queryFn: ({ signal }) => request<{ readonly pairs: readonly Pair[] }>('/api/team/pairs', { signal }) });

export const peopleQuery = () =>
  queryOptions({
    queryKey: ['team', 'people'],
    queryFn: ({ signal }) => request<{ readonly people: readonly Person[] }>('/api/team/people', { signal }),
  });

/** Under the key of people: what makes them be asked for again makes these, too. */
export const formerPeopleQuery = () =>
  queryOptions({
    queryKey: ['team', 'people', 'left'],
    queryFn: ({ signal }) => request<{ readonly people: readonly Person[] }>('/api/team/people/left', { signal }),
  });

export const organisationQuery = () =>
  queryOptions({ queryKey: ['team', 'organisation'], queryFn: ({ signal }) => request<OrganisationView>('/api/team/organisation', { signal }) });

export const invitationsQuery = () =>
  queryOptions({
    queryKey: ['team', 'invitations'],
    queryFn: ({ signal }) => request<{ readonly invitations: readonly Invitation[] }>('/api/team/invitations', { signal }),
  });

export const tokensQuery = () =>
  queryOptions({
    queryKey: ['team', 'tokens'],
    queryFn: ({ signal }) => request<{ readonly tokens: readonly PersonalToken[] }>('/api/team/tokens', { signal }),
  });

export const probesQuery = (round: string) =>
  queryOptions({
    queryKey: ['team', 'probes', round],
    queryFn: ({ signal }) => request<{ readonly probes: readonly Probe[] }>(toPath('/api/team/probes', { round }), { signal }),
  });

/** What others ask me to run, over all rounds. */
export const waitingRunsQuery = () =>
  queryOptions({ queryKey: ['team', 'probes', 'waiting'], queryFn: ({ signal }) => request<WaitingProbes>('/api/team/probes/waiting', { signal }) });

/** What my own machine would run, as it has it. Only local Rounds answers. */
export const runsHereQuery = () =>
  queryOptions({ queryKey: ['team', 'probes', 'here'], queryFn: ({ signal }) => request<WaitingList>('/api/prove/waiting', { signal }) });
