import { z } from 'zod';

const pathUriSchema = z.object({ fsPath: z.string().nullish(), path: z.string().nullish() });

/** What stands around the bubbles of a conversation. Times are ms since the epoch. */
export const composerSchema = z.object({
  composerId: z.string(),
  name: z.string().nullish(),
  createdAt: z.number().nullish(),
  lastUpdatedAt: z.number().nullish(),
  modelConfig: z.object({ modelName: z.string().nullish() }).nullish(),
  createdOnBranch: z.string().nullish(),
  workspaceIdentifier: z.object({ uri: pathUriSchema.nullish() }).nullish(),
  /** Set on a sub-agent's conversation. */
  subagentInfo: z.object({ parentComposerId: z.string().nullish() }).nullish(),
  /** How the last turn ended. */
  status: z.string().nullish(),
});
export type Composer = z.infer<typeof composerSchema>;
