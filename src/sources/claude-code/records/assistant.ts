import { z } from 'zod';
import { envelope } from './envelope.ts';

/** The agent's message. Since 2025-12 one content block a line, with the same message id on each. */
export const assistantSchema = z.object({
  ...envelope,
  isApiErrorMessage: z.boolean().nullish(),
  message: z.object({
    id: z.string().nullish(),
    model: z.string().nullish(),
    content: z.unknown().optional(),
    usage: z.object({ output_tokens: z.number().nullish() }).nullish(),
  }),
});
