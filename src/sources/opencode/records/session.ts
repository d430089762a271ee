import { z } from 'zod';

/** A session without its messages, as `opencode export` has it in `info`, the database in a row and old versions in a file. */
export const sessionInfoSchema = z.object({
  id: z.string(),
  directory: z.string().nullish(),
  parentID: z.string().nullish(),
  title: z.string().nullish(),
  version: z.string().nullish(),
  time: z.object({ created: z.number().nullish(), updated: z.number().nullish() }).nullish(),
  /** The conversation stands taken back to before this message, whose successors are still there. */
  revert: z.object({ messageID: z.string() }).nullish(),
});
export type SessionInfo = z.infer<typeof sessionInfoSchema>;
