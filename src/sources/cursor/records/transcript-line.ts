import { z } from 'zod';

/** A line of an agent transcript: who spoke and what, without times, ids or results. */
export const transcriptLineSchema = z.object({
  role: z.enum(['user', 'assistant']),
  message: z.object({ content: z.unknown().optional() }),
});

const textBlockSchema = z.object({ text: z.string() });
const toolUseBlockSchema = z.object({ name: z.string(), input: z.unknown().optional() });
export const BLOCK_SCHEMAS = { text: textBlockSchema, tool_use: toolUseBlockSchema };

/** Since 2026: how a turn ended. */
export const turnEndedSchema = z.object({ status: z.string().nullish(), error: z.string().nullish() });
