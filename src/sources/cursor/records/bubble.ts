import { z } from 'zod';

/** A tool call with its end. `rawArgs`, `params` and `result` are JSON in strings, or objects. */
const toolSchema = z.object({
  toolCallId: z.string().nullish(),
  name: z.string().nullish(),
  rawArgs: z.unknown().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  status: z.string().nullish(),
  userDecision: z.string().nullish(),
  additionalData: z.object({ status: z.string().nullish() }).nullish(),
  error: z.unknown().optional(),
});
export type Tool = z.infer<typeof toolSchema>;

/** Whole files, and what the review of an edit shows, which stand elsewhere in the database. */
const foundSchema = z.object({
  before: z.string().nullish(),
  after: z.string().nullish(),
  segments: z
    .array(z.object({ original: z.object({ startLineNumber: z.number(), endLineNumberExclusive: z.number() }), modified: z.array(z.string()) }))
    .nullish(),
});
export type Found = z.infer<typeof foundSchema>;

/** One bubble of the conversation: 1 is the person's, 2 the agent's. */
export const bubbleSchema = z.object({
  type: z.union([z.literal(1), z.literal(2)]),
  bubbleId: z.string().nullish(),
  text: z.string().nullish(),
  createdAt: z.union([z.string(), z.number()]).nullish(),
  thinking: z.object({ text: z.string().nullish() }).nullish(),
  toolFormerData: toolSchema.nullish(),
  tokenCount: z.object({ outputTokens: z.number().nullish() }).nullish(),
  modelInfo: z.object({ modelName: z.string().nullish() }).nullish(),
  images: z.array(z.unknown()).nullish(),
  errorDetails: z.object({ message: z.string().nullish() }).nullish(),
  /** Added when the bubble is read from the database. */
  found: foundSchema.nullish(),
});
export type Bubble = z.infer<typeof bubbleSchema>;
