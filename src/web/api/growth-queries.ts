import { queryOptions } from '@tanstack/react-query';
import type { EvidenceCandidates } from '../../model/api/evidence.ts';
import type { Growth, OwnQuestions, StandingBeliefs } from '../../model/api/growth.ts';
import type { Recall } from '../../model/api/recall.ts';
import type { ActivityWords } from '../../model/team/programme-content.ts';
import { request } from './request.ts';

export const growthQuery = () => queryOptions({ queryKey: ['growth'], queryFn: ({ signal }) => request<Growth>('/api/growth', { signal }) });

/** Its key begins with that of growth: what the team changed shows here. */
export const activityWordsQuery = () =>
  queryOptions({ queryKey: ['growth', 'words'], queryFn: ({ signal }) => request<ActivityWords>('/api/growth/words', { signal }) });

export const recallQuery = () => queryOptions({ queryKey: ['recall'], queryFn: ({ signal }) => request<Recall>('/api/recall', { signal }), staleTime: 0 });

/** Its key begins with that of growth: what is marked there shows here. */
export const ownQuestionsQuery = () =>
  queryOptions({ queryKey: ['growth', 'questions'], queryFn: ({ signal }) => request<OwnQuestions>('/api/growth/questions', { signal }) });

export const evidenceCandidatesQuery = () =>
  queryOptions({ queryKey: ['growth', 'evidence'], queryFn: ({ signal }) => request<EvidenceCandidates>('/api/growth/evidence', { signal }) });

/** Read anew each time: it is what a request would be refused for. */
export const standingBeliefsQuery = (activity: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['growth', 'standing', activity],
    queryFn: ({ signal }) => request<StandingBeliefs>(`/api/growth/standing/${encodeURIComponent(activity)}`, { signal }),
    enabled,
  });
