import { z } from 'zod';
import { envelope } from '../envelope.ts';

export const stopHookSummarySchema = z.object({
  ...envelope,
  hookErrors: z.array(z.unknown()).nullish(),
  preventedContinuation: z.boolean().nullish(),
  stopReason: z.string().nullish(),
});
