import { z } from 'zod';
import { envelope } from '../envelope.ts';

/** A sub-agent's own message, written into its parent's file (2.1.2x). */
export const agentProgressSchema = z.object({
  ...envelope,
  data: z.object({
    agentId: z.string(),
    message: z
      .object({
        type: z.string(),
        uuid: z.string().nullish(),
        timestamp: z.unknown().optional(),
        message: z.unknown().optional(),
        toolUseResult: z.unknown().optional(),
      })
      .nullish(),
  }),
});
