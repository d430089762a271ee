import { z } from 'zod';

const gitSchema = z.object({ commit_hash: z.string().nullish(), branch: z.string().nullish(), repository_url: z.string().nullish() });

/** First line of a rollout; again wherever another session's history is replayed into it. `source` tells a sub-agent. */
export const sessionMetaSchema = z.object({
  id: z.string(),
  timestamp: z.unknown().optional(),
  cwd: z.string().nullish(),
  cli_version: z.string().nullish(),
  source: z.unknown().optional(),
  forked_from_id: z.string().nullish(),
  git: gitSchema.nullish(),
});
export type SessionMeta = z.infer<typeof sessionMetaSchema>;
