import { z } from 'zod';
import { caseSchema } from '../case.ts';
import { roundIdSchema, roundStateSchema } from '../round.ts';
import { dismissalSchema } from './today.ts';

/** A moment on its own page: the case as it may be seen before a judgement, and what its owner did with it so far. */
export const momentViewSchema = z.object({
  case: caseSchema,
  /** The latest round on it that was not withdrawn. */
  round: z.object({ id: roundIdSchema, state: roundStateSchema }).nullable(),
  dismissal: dismissalSchema.nullable(),
});
export type MomentView = z.infer<typeof momentViewSchema>;
