import { z } from 'zod';
import { activityIdSchema } from './activity.ts';
import { LEVELS } from './entrustment-levels.ts';

export type { Level } from './entrustment-levels.ts';
export const levelSchema = z.literal(LEVELS);

/**
 * One ad hoc rating of one activity after a round or a project. Both people rate. `retrospective`: how it was done this time.
 * `prospective`: how the next one may be done. The two are never mixed: one is about a case, the other about trust.
 */
export const ratingSchema = z.object({
  activity: activityIdSchema,
  /** Whom it is about, and who rates; the same for a rating of oneself. */
  person: z.string().min(1),
  rater: z.string().min(1),
  view: z.enum(['retrospective', 'prospective']),
  level: levelSchema,
  case: z.string().min(1),
  /** Where: a repository or an area. */
  context: z.string().min(1),
  /** The agent was wrong in this case, and the person caught it. */
  agentErrorCaught: z.boolean(),
  note: z.string().max(2000),
  at: z.iso.datetime(),
});
export type Rating = z.infer<typeof ratingSchema>;

/** How much of a person's work in an activity is looked at, and when. */
export const reviewDepthSchema = z.enum(['everything', 'key findings', 'after the fact']);
export type ReviewDepth = z.infer<typeof reviewDepthSchema>;
