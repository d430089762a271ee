import { z } from 'zod';
import type { BlockOf } from '../../parse-blocks.ts';

/** A message as the provider's API has it, with what Cline, Roo and Kilo add. Times are ms since the epoch. */
export const messageSchema = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.unknown().optional(),
  /** Absent in Cline before late 2025. */
  ts: z.number().nullish(),
  modelInfo: z.object({ modelId: z.string().nullish() }).nullish(),
  metrics: z.object({ tokens: z.object({ completion: z.number().nullish() }).nullish() }).nullish(),
  /** Roo: the history before it was replaced by this. */
  isSummary: z.boolean().nullish(),
});
export type Message = z.infer<typeof messageSchema>;

const textBlockSchema = z.object({ text: z.string() });
const thinkingBlockSchema = z.object({ thinking: z.string() });
/** Roo's own: a text, or parts of a summary. */
const reasoningBlockSchema = z.object({ text: z.string().nullish(), summary: z.array(z.object({ text: z.string().nullish() })).nullish() });
const toolUseBlockSchema = z.object({ id: z.string(), name: z.string(), input: z.unknown().optional() });
const toolResultBlockSchema = z.object({ tool_use_id: z.string(), content: z.unknown().optional(), is_error: z.boolean().nullish() });
const mediaBlockSchema = z.object({});
const silentBlockSchema = z.object({});

export const BLOCK_SCHEMAS = {
  text: textBlockSchema,
  thinking: thinkingBlockSchema,
  reasoning: reasoningBlockSchema,
  tool_use: toolUseBlockSchema,
  tool_result: toolResultBlockSchema,
  image: mediaBlockSchema,
  document: mediaBlockSchema,
  redacted_thinking: silentBlockSchema,
};

export type Block = BlockOf<typeof BLOCK_SCHEMAS>;
