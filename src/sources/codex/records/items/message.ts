import { z } from 'zod';

export const messageItemSchema = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(z.object({ type: z.string(), text: z.string().nullish() }))]).nullish(),
});
