import { z } from 'zod';

/** Of function and custom calls: text, or blocks, or (old) an object with `content`. */
export const toolOutputItemSchema = z.object({ call_id: z.string(), output: z.unknown().optional() });
