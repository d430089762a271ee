import { z } from 'zod';
import { cohortIdSchema, personIdSchema, programmeIdSchema } from './ids.ts';

export const SURVEY_MONTHS = [0, 6, 12] as const;
export const surveyMonthSchema = z.literal(SURVEY_MONTHS);
export type SurveyMonth = z.infer<typeof surveyMonthSchema>;

const itemIdSchema = z.string().regex(/^[a-z-]{2,30}$/);
/** 1 disagree strongly to 5 agree strongly. */
const valueSchema = z.number().int().min(1).max(5);
export const surveyValuesSchema = z.record(itemIdSchema, valueSchema);

export const surveyItemSchema = z.object({ id: itemIdSchema, words: z.string() });

/** A survey of one programme of mine. What I answered is shown to me alone. */
export const ownSurveySchema = z.object({
  programme: programmeIdSchema,
  cohort: cohortIdSchema,
  /** Which of the two I am in it. */
  iAm: z.enum(['preceptee', 'preceptor']),
  month: surveyMonthSchema,
  dueAt: z.string(),
  /** What its cohort asks. */
  items: z.array(surveyItemSchema),
  /** It can be answered from two weeks before it is due. */
  isOpen: z.boolean(),
  answered: surveyValuesSchema.nullable(),
});
export type OwnSurvey = z.infer<typeof ownSurveySchema>;

/** Over the first five, ten, fifteen … people: who compares two days learns of five people, never of one. */
export const itemCountsSchema = z.object({
  id: itemIdSchema,
  words: z.string(),
  /** People by value, from 1 to 5. */
  counts: z.array(z.number().int()).length(5),
});

/** What a preceptee said of a preceptor, to who gave it, and to the preceptor where both opened it. */
export const preceptorRatingSchema = z.object({
  programme: programmeIdSchema,
  preceptee: personIdSchema,
  preceptor: personIdSchema,
  month: z.number().int(),
  values: surveyValuesSchema,
  words: z.string(),
  openedByPreceptee: z.boolean(),
  openedByPreceptor: z.boolean(),
});
export type PreceptorRating = z.infer<typeof preceptorRatingSchema>;
