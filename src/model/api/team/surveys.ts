import { z } from 'zod';
import { cohortIdSchema, programmeIdSchema } from '../../team/ids.ts';
import { itemCountsSchema, ownSurveySchema, preceptorRatingSchema, surveyItemSchema, surveyMonthSchema, surveyValuesSchema } from '../../team/survey.ts';

export const ownSurveysSchema = z.object({ surveys: z.array(ownSurveySchema) });
export type OwnSurveys = z.infer<typeof ownSurveysSchema>;
export const answerSurveySchema = z.object({ programme: programmeIdSchema, month: surveyMonthSchema, values: surveyValuesSchema });

export const surveyQuerySchema = z.object({ cohort: cohortIdSchema, month: z.coerce.number().pipe(surveyMonthSchema) });
/** `people`: how many answers are in it, a multiple of five, no two of one person in a five; 0 while there are too few to show. */
export const surveyCountsSchema = z.object({ people: z.number().int(), items: z.array(itemCountsSchema) });
export type SurveyCounts = z.infer<typeof surveyCountsSchema>;

export const ratePreceptorSchema = z.object({
  programme: programmeIdSchema,
  values: surveyValuesSchema,
  words: z.string().trim().max(2000),
  /** I would like to talk about it openly; it is read only once both chose to. */
  open: z.boolean(),
});
export const openRatingsSchema = z.object({ programme: programmeIdSchema });
export const preceptorRatingsSchema = z.object({
  items: z.array(surveyItemSchema),
  /** Those I gave, and those of me that both opened. */
  ratings: z.array(preceptorRatingSchema),
  /** Of me, over five preceptees and more; none while there are fewer. */
  ofMe: surveyCountsSchema,
});
export type PreceptorRatings = z.infer<typeof preceptorRatingsSchema>;
