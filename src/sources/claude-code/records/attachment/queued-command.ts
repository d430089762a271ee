import { z } from 'zod';
import { envelope } from '../envelope.ts';

/** What the person typed while the agent was busy, given to it in the middle of its turn (2.1.92). */
export const queuedCommandSchema = z.object({
  ...envelope,
  attachment: z.object({ prompt: z.unknown().optional(), commandMode: z.string().nullish(), isMeta: z.boolean().nullish(), origin: z.unknown().optional() }),
});
