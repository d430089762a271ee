import { z } from 'zod';
import { pairIdSchema, personIdSchema } from './ids.ts';

export const personSchema = z.object({ id: personIdSchema, name: z.string() });
export type Person = z.infer<typeof personSchema>;

/** People who share cases with each other: a preceptor and a preceptee, as equals. */
export const pairSchema = z.object({ id: pairIdSchema, name: z.string(), people: z.array(personSchema), createdAt: z.string() });
export type Pair = z.infer<typeof pairSchema>;
