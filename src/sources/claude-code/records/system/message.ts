import { z } from 'zod';
import { envelope } from '../envelope.ts';

/** away_summary, informational: a line the agent's program showed. */
export const systemMessageSchema = z.object({ ...envelope, content: z.string().nullish() });
