import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { levelSchema } from './entrustment.ts';

const line = z.string().trim().min(1).max(2000);

/** One thing a rung asks for. Where it is about one of the activities it says which, and at which level. */
const askSchema = z
  .strictObject({ says: line, activity: activityIdSchema.optional(), level: levelSchema.optional() })
  .refine(({ activity, level }) => (activity === undefined) === (level === undefined), 'An activity and a level go together: give both, or neither.');
export type LadderAsk = z.infer<typeof askSchema>;

/** An organisation's engineering ladder, as data. Nobody is put on a rung by it: it says what is asked, and people decide. */
export const ladderSchema = z.strictObject({
  ladder: line,
  version: z.number().int().min(1),
  rungs: z
    .array(z.strictObject({ rung: line, asks: z.array(askSchema).min(1).max(100) }))
    .min(1)
    .max(50),
});
export type Ladder = z.infer<typeof ladderSchema>;
