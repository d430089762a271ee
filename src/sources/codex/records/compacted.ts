import { z } from 'zod';

/** `message` is the summary; empty where only the encrypted history was replaced. */
export const compactedSchema = z.object({ message: z.string().nullish() });
