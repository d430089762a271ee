import { z } from 'zod';

/** A tool with free text as its input, e.g. apply_patch. */
export const customToolCallItemSchema = z.object({ name: z.string(), input: z.unknown().optional(), call_id: z.string() });
