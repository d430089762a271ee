import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ShareChoices, SharedList, SharePreview, SharePreviewFile, ShareWithheld } from '../../model/api/share.ts';
import { request, toPath } from './request.ts';

export type ChosenForShare = Partial<ShareChoices>;

/** Making a preview looks through every file for secrets: it is made anew when its owner chooses otherwise, and not before. */
export const sharePreviewQuery = (moment: string, choices: ChosenForShare) =>
  queryOptions({
    queryKey: ['share-preview', moment, choices],
    queryFn: ({ signal }) => request<SharePreview>(`/api/moments/${encodeURIComponent(moment)}/share-preview`, { method: 'POST', body: choices, signal }),
    staleTime: Infinity,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
  });

/** What came later: only asked for when its owner opens it. */
export const shareWithheldQuery = (moment: string, choices: ChosenForShare, enabled: boolean) =>
  queryOptions({
    queryKey: ['share-preview', moment, choices, 'withheld'],
    queryFn: ({ signal }) => request<ShareWithheld>(`/api/moments/${encodeURIComponent(moment)}/share-withheld`, { method: 'POST', body: choices, signal }),
    staleTime: Infinity,
    enabled,
  });

export const sharePreviewFileQuery = (digest: string, path: string) =>
  queryOptions({
    queryKey: ['share-preview', digest, 'file', path],
    queryFn: ({ signal }) => request<SharePreviewFile>(toPath(`/api/shared/previews/${digest}/file`, { path }), { signal }),
    staleTime: Infinity,
  });

export const sharedQuery = () => queryOptions({ queryKey: ['shared'], queryFn: ({ signal }) => request<SharedList>('/api/shared', { signal }) });
