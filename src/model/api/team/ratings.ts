import { z } from 'zod';
import { activityIdSchema } from '../../activity.ts';
import { levelSchema, ratingSchema } from '../../entrustment.ts';
import { roundIdSchema } from '../../round.ts';
import { caseIdSchema, personIdSchema, ratingIdSchema } from '../../team/ids.ts';

/** What one says after a round about one person and one activity. The two questions are apart, and each may be left out. */
export const giveRatingSchema = z
  .object({
    person: personIdSchema,
    activity: activityIdSchema,
    /** How it was done this time. */
    retrospective: levelSchema.nullable().default(null),
    /** How the next one may be done. */
    prospective: levelSchema.nullable().default(null),
    agentErrorCaught: z.boolean().default(false),
    /** Where it was; only asked for where the case does not name its repository. */
    context: z.string().trim().max(200).default(''),
    note: z.string().trim().max(2000).default(''),
  })
  .refine(({ retrospective, prospective }) => retrospective !== null || prospective !== null, {
    message: 'Answer at least one of the two questions.',
    path: ['prospective'],
  });
export type GiveRating = z.infer<typeof giveRatingSchema>;

export const teamRatingSchema = ratingSchema.extend({
  id: ratingIdSchema,
  person: personIdSchema,
  rater: personIdSchema,
  round: roundIdSchema,
  case: caseIdSchema,
});
export type TeamRating = z.infer<typeof teamRatingSchema>;

/** That somebody said something which I may not read yet: of me, before I said mine of myself, or of themselves, before I said mine of them. */
export const heldRatingSchema = teamRatingSchema.pick({ person: true, rater: true, activity: true, view: true });
export type HeldRating = z.infer<typeof heldRatingSchema>;

/** What was said of oneself and by another of the same person, activity and question opens to both at once, when both have said it. */
export const roundRatingsSchema = z.object({
  /** Which mattered in the case, as its rule says; empty where none is named. */
  activities: z.array(activityIdSchema),
  /** The repository of the case; null where it names none. */
  context: z.string().nullable(),
  ratings: z.array(teamRatingSchema),
  held: z.array(heldRatingSchema),
});
export type RoundRatings = z.infer<typeof roundRatingsSchema>;

/** Reads what was said of me in this activity without saying mine: then I say nothing of myself in it any more. */
export const lookAtRatingsSchema = z.object({ activity: activityIdSchema });

/** About me and by me, the latest first. */
export const ratingListSchema = z.object({ me: personIdSchema, ratings: z.array(teamRatingSchema) });
export type RatingList = z.infer<typeof ratingListSchema>;
