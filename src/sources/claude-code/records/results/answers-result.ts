import { z } from 'zod';

/** `toolUseResult` of AskUserQuestion: what the person chose or typed, by question. */
export const answersResultSchema = z.object({
  answers: z.record(z.string(), z.unknown()),
  annotations: z.record(z.string(), z.object({ notes: z.string().nullish() })).nullish(),
});
