import { queryOptions } from '@tanstack/react-query';
import type { OwnSurveys, PreceptorRatings, SurveyCounts } from '../../../model/api/team/surveys.ts';
import { request, toPath } from '../request.ts';

export const surveysQuery = () =>
  queryOptions({ queryKey: ['team', 'surveys'], queryFn: ({ signal }) => request<OwnSurveys>('/api/team/surveys', { signal }) });

export const surveyCountsQuery = (cohort: string, month: number) =>
  queryOptions({
    queryKey: ['team', 'survey-counts', cohort, month],
    queryFn: ({ signal }) => request<SurveyCounts>(toPath('/api/team/surveys/counts', { cohort, month: String(month) }), { signal }),
  });

export const preceptorRatingsQuery = () =>
  queryOptions({ queryKey: ['team', 'preceptor-ratings'], queryFn: ({ signal }) => request<PreceptorRatings>('/api/team/preceptor-ratings', { signal }) });
