import { z } from 'zod';

/** `thinking` is empty where the provider keeps it to itself. */
export const thinkingBlockSchema = z.object({ type: z.literal('thinking'), thinking: z.string() });
