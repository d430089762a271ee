import { z } from 'zod';
import { programmeStateSchema } from '../../programme.ts';
import { pairIdSchema, programmeIdSchema } from '../../team/ids.ts';
import { personSchema } from '../../team/pair.ts';
import {
  focusSchema,
  precepteeHalfSchema,
  preceptorHalfSchema,
  weeklyActSchema,
  weeklyFocusSchema,
  weeklyPageSchema,
  weekSchema,
} from '../../team/weekly-page.ts';

/** A programme in which I am one of the two, and what its page waits for. */
export const ownWeekSchema = z.object({
  programme: programmeIdSchema,
  /** Where the two share cases. */
  pair: pairIdSchema,
  area: z.string(),
  state: programmeStateSchema,
  mine: z.enum(['preceptee', 'preceptor']),
  preceptee: personSchema,
  preceptor: personSchema,
  act: weeklyActSchema,
  /** What the two agreed to last. */
  focus: weeklyFocusSchema.extend({ week: weekSchema }).nullable(),
});
export type OwnWeek = z.infer<typeof ownWeekSchema>;
export const ownWeeksSchema = z.object({ week: weekSchema, programmes: z.array(ownWeekSchema) });
export type OwnWeeks = z.infer<typeof ownWeeksSchema>;

/** Without a week the one that is now; `before` continues the history. */
export const weeklyQuerySchema = z.object({ week: weekSchema.optional(), before: weekSchema.optional() });
export type WeeklyQuery = z.infer<typeof weeklyQuerySchema>;
export const weeklyViewSchema = z.object({
  programme: ownWeekSchema,
  /** Now, and the last one, which may still be written. */
  weeks: z.tuple([weekSchema, weekSchema]),
  page: weeklyPageSchema,
  act: weeklyActSchema,
  /** Weeks before, the latest first. One that was missed is not there. */
  earlier: z.array(weeklyPageSchema),
  hasEarlier: z.boolean(),
});
export type WeeklyView = z.infer<typeof weeklyViewSchema>;

/** `of`: whose half it is. */
export const weeklyHalfSchema = z.discriminatedUnion('of', [
  precepteeHalfSchema.extend({ of: z.literal('preceptee') }),
  preceptorHalfSchema.extend({ of: z.literal('preceptor') }),
]);
export type WeeklyHalf = z.infer<typeof weeklyHalfSchema>;
export const setFocusSchema = z.object({ focus: focusSchema });
