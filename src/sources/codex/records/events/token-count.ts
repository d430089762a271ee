import { z } from 'zod';

/** Cumulative since the thread began; `info` is null before the first answer. */
export const tokenCountSchema = z.object({ info: z.object({ total_token_usage: z.object({ output_tokens: z.number() }).nullish() }).nullish() });
