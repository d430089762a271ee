import { z } from 'zod';
import { personIdSchema } from '../../team/ids.ts';
import { pairSchema } from '../../team/pair.ts';

export const makePairSchema = z.object({ name: z.string().trim().min(1).max(80), people: z.array(personIdSchema).min(1).max(11) });
export const pairListSchema = z.object({ pairs: z.array(pairSchema) });
