import { z } from 'zod';
import { envelope } from './envelope.ts';

/** The person's message, or a tool's result, or something the agent's program put in the person's place. */
export const userSchema = z.object({
  ...envelope,
  isCompactSummary: z.boolean().nullish(),
  sourceToolUseID: z.string().nullish(),
  /** 2.1.161 and 2.1.193 say who sent it. */
  promptSource: z.string().nullish(),
  origin: z.unknown().optional(),
  toolUseResult: z.unknown().optional(),
  message: z.object({ content: z.unknown().optional() }),
});
