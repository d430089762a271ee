import { z } from 'zod';

const toolCallSchema = z.object({
  id: z.string().nullish(),
  name: z.string(),
  /** JSON in a string, or a patch. */
  arguments: z.unknown().optional(),
});

/** One answer of the model, as the extension keeps it: with the tools it asked for and their arguments. */
const roundSchema = z.object({
  toolCalls: z.array(toolCallSchema).nullish(),
  thinking: z.object({ text: z.unknown().optional() }).nullish(),
  timestamp: z.number().nullish(),
  /** Set where the history before this round was replaced by a summary. */
  summary: z.string().nullish(),
});
export type ToolCallRound = z.infer<typeof roundSchema>;

const metadataSchema = z.object({
  toolCallRounds: z.array(roundSchema).nullish(),
  toolCallResults: z.record(z.string(), z.unknown()).nullish(),
  outputTokens: z.number().nullish(),
});

/** One prompt with all that came of it. */
export const chatRequestSchema = z.object({
  requestId: z.string().nullish(),
  timestamp: z.number().nullish(),
  modelId: z.string().nullish(),
  message: z.union([z.string(), z.object({ text: z.string().nullish() })]).nullish(),
  variableData: z.object({ variables: z.array(z.object({ kind: z.string().nullish() })).nullish() }).nullish(),
  /** A button of the chat was pressed: the text is the button's. */
  confirmation: z.string().nullish(),
  isSystemInitiated: z.boolean().nullish(),
  agent: z.object({ extensionVersion: z.string().nullish() }).nullish(),
  response: z.array(z.unknown()).nullish(),
  result: z
    .object({
      errorDetails: z.object({ message: z.string().nullish(), code: z.string().nullish() }).nullish(),
      timings: z.object({ totalElapsed: z.number().nullish() }).nullish(),
      metadata: metadataSchema.nullish(),
    })
    .nullish(),
  isCanceled: z.boolean().nullish(),
  /** Newer than `isCanceled`: 0 pending, 1 complete, 2 cancelled, 3 failed, 4 needs input. */
  modelState: z.object({ value: z.number().nullish() }).nullish(),
});
export type ChatRequest = z.infer<typeof chatRequestSchema>;
