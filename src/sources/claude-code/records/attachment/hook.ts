import { z } from 'zod';
import { envelope } from '../envelope.ts';

/** What a hook said: its output, an error, or context it adds. */
export const hookAttachmentSchema = z.object({
  ...envelope,
  attachment: z.object({
    hookName: z.string().nullish(),
    content: z.unknown().optional(),
    stdout: z.string().nullish(),
    stderr: z.string().nullish(),
    blockingError: z.unknown().optional(),
  }),
});
