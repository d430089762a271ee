import { z } from 'zod';
import { momentIdSchema } from '../moment.ts';
import { dismissalSchema } from './today.ts';

export const SCORE_PARTS = ['worth', 'confidence', 'agreement', 'novelty', 'teachability', 'legitimate', 'second-reader'] as const;

/** One factor of a moment's score, 0 to 1, and in plain words why it is what it is. */
export const explainedPartSchema = z.object({ part: z.enum(SCORE_PARTS), factor: z.number(), words: z.string() });
export type ExplainedPart = z.infer<typeof explainedPartSchema>;

/** Why a moment ranks where it does: the total is the product of the parts. */
export const explanationSchema = z.object({ total: z.number(), parts: z.array(explainedPartSchema) });
export type Explanation = z.infer<typeof explanationSchema>;

/** What calling a moment legitimate did: how often its rule was called so in that repository, and how many others it lowers there. */
export const dismissedSchema = z.object({
  legitimate: z.object({ repository: z.string().nullable(), times: z.number().int(), others: z.number().int() }).nullable(),
});
export type Dismissed = z.infer<typeof dismissedSchema>;

/** A moment put away. It goes by its question: what it was found for may not be known to its owner yet. */
export const dismissedMomentSchema = z.object({
  moment: momentIdSchema,
  question: z.string(),
  repository: z.string().nullable(),
  dismissal: dismissalSchema,
  at: z.string(),
  legitimate: dismissedSchema.shape.legitimate,
});
export type DismissedMoment = z.infer<typeof dismissedMomentSchema>;

export const dismissedListSchema = z.object({ dismissed: z.array(dismissedMomentSchema) });
export type DismissedList = z.infer<typeof dismissedListSchema>;
