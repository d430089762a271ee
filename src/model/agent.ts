import { z } from 'zod';
import { AGENT_NAMES } from './agent-names.ts';

/** Coding agents whose transcripts Rounds can tell apart. */
export const agentNameSchema = z.enum(AGENT_NAMES);
export type { AgentName } from './agent-names.ts';
