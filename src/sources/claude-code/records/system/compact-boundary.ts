import { z } from 'zod';
import { envelope } from '../envelope.ts';

export const compactBoundarySchema = z.object({
  ...envelope,
  compactMetadata: z.object({ trigger: z.string().nullish(), preTokens: z.number().nullish() }).nullish(),
});
