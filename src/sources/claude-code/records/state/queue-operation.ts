import { z } from 'zod';

/** What the person types while the agent is busy: `enqueue` carries it, `remove` hands it over in the middle of the turn, `dequeue` sends it as a prompt of its own, `popAll` takes it back. */
export const queueOperationSchema = z.object({
  operation: z.string(),
  content: z.unknown().optional(),
  timestamp: z.unknown().optional(),
  sessionId: z.string().nullish(),
});
