import { z } from 'zod';

/** `toolUseResult` of Task, newer name Agent. */
export const delegateResultSchema = z.object({
  status: z.string().nullish(),
  agentId: z.string().nullish(),
  totalDurationMs: z.number().nullish(),
});
