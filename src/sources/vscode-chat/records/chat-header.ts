import { z } from 'zod';

/** What stands around the requests of a chat. Times are ms since the epoch. */
export const chatHeaderSchema = z.object({
  sessionId: z.string().nullish(),
  creationDate: z.number().nullish(),
  customTitle: z.string().nullish(),
});
export type ChatHeader = z.infer<typeof chatHeaderSchema>;
