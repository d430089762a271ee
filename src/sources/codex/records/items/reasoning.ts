import { z } from 'zod';

/** The reasoning itself is encrypted; a summary is there when the person asked for one. */
export const reasoningItemSchema = z.object({ summary: z.array(z.object({ text: z.string().nullish() })).nullish() });
