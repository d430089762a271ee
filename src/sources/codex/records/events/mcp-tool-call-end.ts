import { z } from 'zod';

/** The only place that says whether another program's tool failed. */
export const mcpToolCallEndSchema = z.object({
  call_id: z.string(),
  duration: z.object({ secs: z.number(), nanos: z.number() }).nullish(),
  result: z.object({ Ok: z.object({ isError: z.boolean().nullish() }).nullish(), Err: z.unknown().optional() }).nullish(),
});
