import { z } from 'zod';

/** `arguments` is JSON as a string. `namespace` is set for tools of other programs (MCP). */
export const functionCallItemSchema = z.object({ name: z.string(), namespace: z.string().nullish(), arguments: z.unknown().optional(), call_id: z.string() });
