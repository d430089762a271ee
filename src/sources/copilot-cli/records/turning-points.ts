import { z } from 'zod';

export const abortSchema = z.object({ reason: z.string().nullish() });

export const compactionCompleteSchema = z.object({
  success: z.boolean().nullish(),
  error: z.string().nullish(),
  trigger: z.string().nullish(),
  preCompactionTokens: z.number().nullish(),
  summaryContent: z.string().nullish(),
});

/** The oldest messages were dropped without a summary. */
export const truncationSchema = z.object({ preTruncationTokensInMessages: z.number().nullish() });

/** The conversation was taken back to a record, which is gone with all after it. */
export const snapshotRewindSchema = z.object({ upToEventId: z.string() });

export const subagentFailedSchema = z.object({ agentName: z.string().nullish(), error: z.string() });

export const hookEndSchema = z.object({ hookType: z.string(), success: z.boolean().nullish(), error: z.object({ message: z.string().nullish() }).nullish() });
