import { queryOptions } from '@tanstack/react-query';
import type { Growth } from '../../model/api/growth.ts';
import { request } from './request.ts';

export const growthQuery = () => queryOptions({ queryKey: ['growth'], queryFn: ({ signal }) => request<Growth>('/api/growth', { signal }) });
