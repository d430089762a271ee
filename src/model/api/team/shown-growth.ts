import { z } from 'zod';
import { activityIdSchema } from '../../activity.ts';
import { calibrationSchema } from '../../calibration.ts';
import { personIdSchema, shownIdSchema } from '../../team/ids.ts';
import { levelSchema } from '../../entrustment.ts';
import { evidenceSchema, standingSchema } from '../../misconception-ledger.ts';
import { misconceptionIdSchema, misconceptionSchema } from '../../misconception.ts';

/** Less than the growth screen: what it links to stays where it is. */
const shownBeliefSchema = misconceptionSchema.pick({ id: true, belief: true, refutation: true, transferCase: true }).extend({
  questionToAsk: z.string(),
  standing: standingSchema,
  evidence: z.array(evidenceSchema.pick({ source: true, direction: true, words: true, at: true }).extend({ sign: z.string() })),
});
export type ShownBelief = z.infer<typeof shownBeliefSchema>;

const shownActivitySchema = z.object({
  activity: activityIdSchema,
  /** Of closed rounds in which it mattered, the rule that was kept. */
  rules: z.array(z.object({ rule: z.string(), at: z.string() })),
  /** How often each level was named, the two questions apart. */
  levels: z.array(z.object({ level: levelSchema, retrospective: z.number().int(), prospective: z.number().int() })),
});
export type ShownActivity = z.infer<typeof shownActivitySchema>;

/** What the growth screen shows of it, as it was when it was shown. */
export const shownBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('belief'), subject: misconceptionIdSchema, body: shownBeliefSchema }),
  z.object({ kind: z.literal('calibration'), subject: z.literal('all'), body: calibrationSchema }),
  z.object({ kind: z.literal('activity'), subject: activityIdSchema, body: shownActivitySchema }),
]);
export type ShownBody = z.infer<typeof shownBodySchema>;

/** `reader` is a partner of mine: somebody I am in a pair with. Shown again, it replaces what was shown before. */
export const showGrowthSchema = z.object({ reader: personIdSchema, shown: shownBodySchema });
export type ShowGrowth = z.infer<typeof showGrowthSchema>;

export const shownGrowthSchema = z.object({
  id: shownIdSchema,
  person: personIdSchema,
  personName: z.string(),
  reader: personIdSchema,
  readerName: z.string(),
  shown: shownBodySchema,
  at: z.string(),
  /** The reader says that the belief is not so. */
  contested: z.object({ why: z.string(), at: z.string() }).nullable(),
});
export type ShownGrowth = z.infer<typeof shownGrowthSchema>;

/** What I show to others, and what others show to me. */
export const shownGrowthListSchema = z.object({ me: personIdSchema, mine: z.array(shownGrowthSchema), toMe: z.array(shownGrowthSchema) });
export type ShownGrowthList = z.infer<typeof shownGrowthListSchema>;

export const contestShownSchema = z.object({ why: z.string().trim().min(3, 'Say why it is not so.').max(2000) });
