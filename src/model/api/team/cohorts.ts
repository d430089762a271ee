import { z } from 'zod';
import { cohortSchema, ownMatchProfileSchema } from '../../team/cohort.ts';
import { cohortIdSchema, personIdSchema } from '../../team/ids.ts';
import { personSchema } from '../../team/pair.ts';
import { preceptorLoadSchema } from '../../team/preceptor-load.ts';

export const ofCohortSchema = z.object({ id: cohortIdSchema });
export const cohortListSchema = z.object({ cohorts: z.array(cohortSchema) });
export type CohortList = z.infer<typeof cohortListSchema>;

const name = z.string().trim().min(1, 'Give it a name.').max(80);
export const makeCohortSchema = z.object({ name });
export const changeCohortSchema = z.object({
  name,
  goal: z.string().trim().max(2000),
  goalOwner: z.string().trim().max(200),
  policyUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Give a whole address, with https:// before it.' })]),
});
export type ChangeCohort = z.infer<typeof changeCohortSchema>;

export const ofLeadHandOverSchema = z.object({ id: cohortIdSchema, n: z.coerce.number().int().min(1).max(1_000_000) });
export const proposeLeadSchema = z.object({ to: personIdSchema });

/** Mine alone; null while I said nothing. */
export const matchProfileAnswerSchema = z.object({ profile: ownMatchProfileSchema.nullable() });
export type MatchProfileAnswer = z.infer<typeof matchProfileAnswerSchema>;

/** Suggestions, and how many offered to take part: neither whom anybody wished for nor whom they declined. */
export const suggestionListSchema = z.object({
  suggestions: z.array(z.object({ preceptee: personSchema, preceptor: personSchema, reasons: z.array(z.string()), cautions: z.array(z.string()) })),
  preceptees: z.number().int(),
  preceptors: z.number().int(),
});
export type SuggestionList = z.infer<typeof suggestionListSchema>;

export const cohortLoadSchema = z.object({ preceptors: z.array(preceptorLoadSchema) });
export type CohortLoad = z.infer<typeof cohortLoadSchema>;
