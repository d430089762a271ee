import { z } from 'zod';
import { caseIdSchema, cohortIdSchema } from '../../team/ids.ts';
import { grandRoundCardSchema, strippedCaseSchema } from '../../team/grand-round.ts';

export const offerGrandRoundSchema = z.object({ cohort: cohortIdSchema, case: caseIdSchema });
export const previewGrandRoundSchema = z.object({ case: caseIdSchema });
/** Exactly what the cohort would see, before anything is offered. */
export const grandRoundPreviewSchema = z.object({ content: strippedCaseSchema });
/** For how many days people can answer. */
export const agreeGrandRoundSchema = z.object({ days: z.number().int().min(1).max(21).default(7) });
export const grandRoundListSchema = z.object({
  grandRounds: z.array(grandRoundCardSchema),
  /** Those I am in, to which a case can be offered. */
  cohorts: z.array(z.object({ id: cohortIdSchema, name: z.string() })),
});
export type GrandRoundList = z.infer<typeof grandRoundListSchema>;
export const sayInGrandRoundSchema = z.object({ body: z.string().trim().min(1).max(8000) });
