import { queryOptions } from '@tanstack/react-query';
import type { RoundRatings } from '../../../model/api/team/ratings.ts';
import type { ShownGrowthList } from '../../../model/api/team/shown-growth.ts';
import type { CaseReview, SignOffDraft, SignOffExport, SignOffList, SignOffView } from '../../../model/api/team/sign-offs.ts';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { Level } from '../../../model/entrustment-levels.ts';
import { request, toPath } from '../request.ts';

export const signOffsQuery = () =>
  queryOptions({ queryKey: ['team', 'sign-offs'], queryFn: ({ signal }) => request<SignOffList>('/api/team/sign-offs', { signal }) });

export const signOffPath = (id: string): string => `/api/team/sign-offs/${encodeURIComponent(id)}`;

export const signOffQuery = (id: string) =>
  queryOptions({ queryKey: ['team', 'sign-off', id], queryFn: ({ signal }) => request<SignOffView>(signOffPath(id), { signal }) });

/** What there is for a request, and everything against it; `signer` is empty while nobody is chosen. */
export const signOffDraftQuery = (activity: ActivityId, level: Level, signer: string) =>
  queryOptions({
    queryKey: ['team', 'sign-off-draft', activity, level, signer],
    queryFn: ({ signal }) =>
      request<SignOffDraft>(toPath('/api/team/sign-off-draft', { activity, level: String(level), ...(signer === '' ? {} : { signer }) }), { signal }),
  });

export const signOffRecordQuery = () =>
  queryOptions({
    queryKey: ['team', 'sign-offs', 'record'],
    queryFn: ({ signal }) => request<SignOffExport>('/api/team/sign-off-record', { signal }),
  });

export const roundRatingsPath = (round: string): string => `/api/team/rounds/${encodeURIComponent(round)}/ratings`;

export const roundRatingsQuery = (round: string) =>
  queryOptions({ queryKey: ['team', 'ratings', round], queryFn: ({ signal }) => request<RoundRatings>(roundRatingsPath(round), { signal }) });

export const shownGrowthQuery = () =>
  queryOptions({ queryKey: ['team', 'shown'], queryFn: ({ signal }) => request<ShownGrowthList>('/api/team/shown-growth', { signal }) });

export const caseReviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['team', 'case-review', id],
    queryFn: ({ signal }) => request<CaseReview>(`/api/team/cases/${encodeURIComponent(id)}/review`, { signal }),
  });
