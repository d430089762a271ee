import { z } from 'zod';

const toolRequestSchema = z.object({
  toolCallId: z.string(),
  name: z.string(),
  /** An object; a JSON string in the chat of VS Code; free text for a patch. */
  arguments: z.unknown().optional(),
});

/** One answer of the model: what it thought, what it says, and the tools it wants. */
export const assistantMessageSchema = z.object({
  messageId: z.string().nullish(),
  model: z.string().nullish(),
  content: z.string().nullish(),
  toolRequests: z.array(toolRequestSchema).nullish(),
  reasoningText: z.string().nullish(),
  outputTokens: z.number().nullish(),
  /** Old versions name the sub-agent's call here; newer ones have `agentId` on the record. */
  parentToolCallId: z.string().nullish(),
});

/** Written before its message by some versions, with the same words. */
export const assistantReasoningSchema = z.object({ content: z.string() });
