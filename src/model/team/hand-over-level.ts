import { z } from 'zod';
import { activityIdSchema } from '../activity.ts';
import { levelSchema } from '../entrustment.ts';

/** One level that a preceptee may show with a hand-over: signed off and holding, or what who leaves said last of the next case. */
export const handOverLevelSchema = z.object({
  activity: activityIdSchema,
  basis: z.enum(['signed', 'said']),
  level: levelSchema,
  at: z.string(),
  /** Of a signed one. */
  until: z.string().nullable(),
});
export type HandOverLevel = z.infer<typeof handOverLevelSchema>;

/** `offered`: what could be shown, to the preceptee alone. `shown`: what who comes reads now. */
export const handOverLevelsSchema = z.object({ offered: z.array(handOverLevelSchema), shown: z.array(handOverLevelSchema) });
export type HandOverLevels = z.infer<typeof handOverLevelsSchema>;

/** Which to show; how high each is nobody sends. */
export const chooseHandOverLevelsSchema = z.object({ levels: z.array(handOverLevelSchema.pick({ activity: true, basis: true })).max(26) });
export type ChooseHandOverLevels = z.infer<typeof chooseHandOverLevelsSchema>;
