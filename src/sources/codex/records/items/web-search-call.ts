import { z } from 'zod';

/** Has no call id and no output in the file. */
export const webSearchCallItemSchema = z.object({
  id: z.string().nullish(),
  action: z.object({ type: z.string().nullish(), query: z.string().nullish(), url: z.string().nullish(), pattern: z.string().nullish() }).nullish(),
});
