import { z } from 'zod';

/** A title for the conversation that ends in `leafUuid`, which may stand in another file. */
export const summarySchema = z.object({ summary: z.string(), leafUuid: z.string().nullish() });
