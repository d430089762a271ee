import { z } from 'zod';

const base = { id: z.string(), time: z.object({ created: z.number().nullish(), completed: z.number().nullish() }).nullish() };

export const userInfoSchema = z.object({
  ...base,
  /** What the whole turn changed. */
  summary: z.unknown().optional(),
});

export const assistantInfoSchema = z.object({
  ...base,
  modelID: z.string().nullish(),
  path: z.object({ cwd: z.string().nullish() }).nullish(),
  tokens: z.object({ output: z.number().nullish(), reasoning: z.number().nullish() }).nullish(),
  error: z.object({ name: z.string(), data: z.object({ message: z.string().nullish() }).nullish() }).nullish(),
  /** True where it sums up what was compacted. */
  summary: z.unknown().optional(),
});
export type UserInfo = z.infer<typeof userInfoSchema>;
export type AssistantInfo = z.infer<typeof assistantInfoSchema>;
