import { createHash } from 'node:crypto';
import { z } from 'zod';
import { agentNameSchema, type AgentName } from './agent.ts';
import type { Branded } from './brand.ts';

export type SessionId = Branded<'session'>;
export const sessionIdSchema = z.string().regex(/^s_[0-9a-f]{16}$/) as unknown as z.ZodType<SessionId>;

/** The same session read from two copies of its file has the same id. `nativeId` is the agent's own id of it (with the sub-agent's appended). */
export function toSessionId(agent: AgentName, nativeId: string): SessionId {
  return `s_${createHash('sha256').update(`${agent}:${nativeId}`).digest('hex').slice(0, 16)}` as SessionId;
}

/** One recorded run of a coding agent. */
export const sessionSchema = z.object({
  id: sessionIdSchema,
  agent: agentNameSchema,
  nativeId: z.string(),
  /** Set on a sub-agent's own transcript. */
  parentNativeId: z.string().optional(),
  /** Set where the session continues or forks another. */
  forkedFromNativeId: z.string().optional(),
  agentVersions: z.array(z.string()),
  models: z.array(z.string()),
  title: z.string().optional(),
  cwd: z.string().optional(),
  branch: z.string().optional(),
  repositoryUrl: z.string().optional(),
  headCommit: z.string().optional(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  outputTokens: z.number().optional(),
});
export type Session = z.infer<typeof sessionSchema>;
