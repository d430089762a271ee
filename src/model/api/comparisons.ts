/** Contract of the local server for comparisons alone. Before the reveal nothing in it names an output or says whether it passes. */
import { z } from 'zod';
import { comparisonJudgementSchema } from '../comparison.ts';
import { comparisonTruthSchema, rankingScoreSchema, shownOutputSchema } from '../team/shared-comparison.ts';

export const drawComparisonSchema = z.strictObject({
  /** A folder in the repository. */
  folder: z.string().trim().min(1, 'Name a folder in the repository.').max(4096),
  refs: z.array(z.string().trim().min(1).max(300)).min(2, 'Name at least two outputs.').max(8),
  base: z.string().trim().min(1).max(300).optional(),
});
export const sealRankingSchema = comparisonJudgementSchema.omit({ sealedAt: true });
export const comparisonParamSchema = z.object({ id: z.string().regex(/^cmp_[0-9a-f]{12}$/) });

const cardSchema = z.object({
  id: z.string(),
  repository: z.string(),
  drawnAt: z.string(),
  state: z.enum(['drawn', 'sealed', 'revealed']),
  letters: z.array(z.string()),
});
export const comparisonListSchema = z.object({ comparisons: z.array(cardSchema) });
export type ComparisonList = z.infer<typeof comparisonListSchema>;

export const comparisonViewSchema = cardSchema.extend({
  outputs: z.array(shownOutputSchema),
  judgement: comparisonJudgementSchema.nullable(),
  truth: comparisonTruthSchema.nullable(),
  score: rankingScoreSchema.nullable(),
  /** The checks run now; sealed and not checking: they were stopped, and can be run again. */
  isChecking: z.boolean(),
  /** Why they could not be run. */
  problem: z.string().nullable(),
});
export type ComparisonView = z.infer<typeof comparisonViewSchema>;
