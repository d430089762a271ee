import { queryOptions } from '@tanstack/react-query';
import type { MailView } from '../../../model/api/team/mail.ts';
import { request } from '../request.ts';

export const mailQuery = () => queryOptions({ queryKey: ['team', 'mail'], queryFn: ({ signal }) => request<MailView>('/api/team/mail', { signal }) });
