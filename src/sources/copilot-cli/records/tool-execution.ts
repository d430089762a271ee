import { z } from 'zod';

/** A tool begins. Its request was in a message, unless the person asked for it. */
export const toolStartSchema = z.object({
  toolCallId: z.string(),
  toolName: z.string(),
  arguments: z.unknown().optional(),
  model: z.string().nullish(),
  parentToolCallId: z.string().nullish(),
});

const resultSchema = z.object({
  content: z.string().nullish(),
  /** For an editing tool the change as a diff. */
  detailedContent: z.string().nullish(),
  /** What hooks and some old versions write instead. */
  textResultForLlm: z.string().nullish(),
  text_result_for_llm: z.string().nullish(),
  resultType: z.string().nullish(),
  result_type: z.string().nullish(),
});

/** A tool ended. The chat of VS Code states no result. */
export const toolCompleteSchema = z.object({
  toolCallId: z.string(),
  success: z.boolean().nullish(),
  result: resultSchema.nullish(),
  error: z.object({ message: z.string().nullish(), code: z.string().nullish() }).nullish(),
  parentToolCallId: z.string().nullish(),
});
export type ToolComplete = z.infer<typeof toolCompleteSchema>;

/** The person's answer to "may I?". */
export const permissionCompletedSchema = z.object({
  toolCallId: z.string().nullish(),
  result: z.object({ kind: z.string(), feedback: z.string().nullish() }),
});
