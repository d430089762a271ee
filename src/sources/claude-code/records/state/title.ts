import { z } from 'zod';

/** `custom-title` was given by the person, `ai-title` by a model. */
export const titleSchema = z.object({
  customTitle: z.string().nullish(),
  aiTitle: z.string().nullish(),
  title: z.string().nullish(),
  sessionId: z.string().nullish(),
});
