import { z } from 'zod';

export const toolSearchCallItemSchema = z.object({ call_id: z.string().nullish(), arguments: z.unknown().optional() });
export const toolSearchOutputItemSchema = z.object({ call_id: z.string().nullish(), status: z.string().nullish(), tools: z.array(z.unknown()).nullish() });
