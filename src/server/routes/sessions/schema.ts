import { z } from 'zod';
import { sessionIdSchema } from '../../../model/session.ts';

export const sessionParamSchema = z.object({ id: sessionIdSchema });

const MAX_EVENTS_A_PAGE = 500;

export const eventPageQuerySchema = z.object({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MAX_EVENTS_A_PAGE).default(200),
});
