import { z } from 'zod';

/** What stands before the messages. Patched later by `$set` in the files with one record a line. */
export const headerSchema = z.object({
  sessionId: z.string(),
  startTime: z.string().nullish(),
  lastUpdated: z.string().nullish(),
  summary: z.string().nullish(),
  kind: z.string().nullish(),
  directories: z.array(z.string()).nullish(),
  messages: z.array(z.unknown()).nullish(),
});
export type Header = z.infer<typeof headerSchema>;

export const setSchema = z.object({ $set: headerSchema.partial() });

/** The conversation was taken back to just before this message. */
export const rewindSchema = z.object({ $rewindTo: z.string() });
