import { z } from 'zod';
import { personIdSchema, programmeIdSchema } from '../../team/ids.ts';
import { protectedTimeSchema } from '../../team/protected-time.ts';
import { weekSchema } from '../../team/weekly-page.ts';

export const protectedTimeQuerySchema = z.object({ programme: programmeIdSchema });
export const protectedTimeViewSchema = z.object({
  me: personIdSchema,
  /** Of the plan that the two and the lead agreed to. */
  hoursAWeek: z.number(),
  /** Hours of the two together, each minute once, to half an hour; this week first, up to now. */
  weeks: z.array(z.object({ week: weekSchema, hours: z.number() })),
  /** Of these weeks and to come, the latest first. */
  times: z.array(protectedTimeSchema),
});
export type ProtectedTimeView = z.infer<typeof protectedTimeViewSchema>;

const LONGEST_MS = 12 * 3_600_000;
export const offerTimeSchema = z
  .object({ programme: programmeIdSchema, from: z.iso.datetime('Say when it began.'), to: z.iso.datetime('Say when it ended.') })
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), { message: 'It ends after it begins.', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS, { message: 'Twelve hours at most.', path: ['to'] });
export type OfferTime = z.infer<typeof offerTimeSchema>;
