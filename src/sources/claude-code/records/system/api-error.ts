import { z } from 'zod';
import { envelope } from '../envelope.ts';

export const apiErrorSchema = z.object({
  ...envelope,
  error: z.object({ status: z.number().nullish(), message: z.string().nullish() }).nullish(),
  retryAttempt: z.number().nullish(),
});
