import { z } from 'zod';

/** A text, one part, or parts as the model's interface has them. */
const contentSchema = z.unknown().optional();

const base = { id: z.string(), timestamp: z.string().nullish(), content: contentSchema };

export const userSchema = z.object({ ...base, displayContent: contentSchema });

/** A call is written when it has ended. */
export const toolCallSchema = z.object({
  /** A message is not lost for a call without one. */
  id: z.string().nullish(),
  name: z.string(),
  args: z.unknown().optional(),
  result: z.unknown().optional(),
  status: z.string().nullish(),
  timestamp: z.string().nullish(),
  resultDisplay: z.unknown().optional(),
  agentId: z.string().nullish(),
});
export type ToolCall = z.infer<typeof toolCallSchema>;

const thoughtSchema = z.object({ subject: z.string().nullish(), description: z.string().nullish(), timestamp: z.string().nullish() });

export const geminiSchema = z.object({
  ...base,
  model: z.string().nullish(),
  thoughts: z.array(thoughtSchema).nullish(),
  tokens: z.object({ output: z.number().nullish(), thoughts: z.number().nullish() }).nullish(),
  toolCalls: z.array(toolCallSchema).nullish(),
});
export type GeminiMessage = z.infer<typeof geminiSchema>;

/** What the screen told the person. */
export const noticeSchema = z.object(base);
