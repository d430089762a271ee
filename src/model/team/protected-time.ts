import { z } from 'zod';
import { personIdSchema, programmeIdSchema, protectedTimeIdSchema } from './ids.ts';

/** When, and nothing else: what a calendar said of it never comes here. */
export const protectedTimeSchema = z.object({
  id: protectedTimeIdSchema,
  programme: programmeIdSchema,
  from: z.string(),
  to: z.string(),
  offeredBy: personIdSchema,
  /** Null until the other confirmed it; it counts from then on. */
  confirmedAt: z.string().nullable(),
});
export type ProtectedTime = z.infer<typeof protectedTimeSchema>;
