import { z } from 'zod';
import { checkResultSchema, comparedOutputSchema, comparisonJudgementSchema } from '../comparison.ts';
import { hunkSchema } from '../hunk.ts';

const letterSchema = z.string().regex(/^[A-Z]$/);

/** What one output changes, under its letter and nothing else. */
export const shownOutputSchema = z.strictObject({
  letter: letterSchema,
  files: z.array(z.strictObject({ path: z.string(), change: z.enum(['create', 'update', 'delete', 'move']), hunks: z.array(hunkSchema) })),
  added: z.number().int(),
  removed: z.number().int(),
});
export type ShownOutput = z.infer<typeof shownOutputSchema>;

/** Outputs for one task, as everyone sees them before the reveal. */
export const sharedComparisonSchema = z.strictObject({
  /** What was asked for, in its owner's words. */
  task: z.string().trim().min(1, 'Say what the task was.').max(8000),
  outputs: z.array(shownOutputSchema).min(2).max(8),
});
export type SharedComparison = z.infer<typeof sharedComparisonSchema>;

/** Sealed until the reveal: which output was which, from which seed the letters follow, and what the checks said on its owner's machine. */
export const comparisonTruthSchema = z.strictObject({
  seed: z.string(),
  base: z.string(),
  outputs: z.array(comparedOutputSchema),
  results: z.array(checkResultSchema),
});
export type ComparisonTruth = z.infer<typeof comparisonTruthSchema>;

/** What a person seals in a comparison for two. */
export const rankingSchema = comparisonJudgementSchema.omit({ sealedAt: true }).extend({ knewOutcome: z.boolean().default(false) });
export type Ranking = z.infer<typeof rankingSchema>;

/** How a ranking did. Brier scores as in resolve-comparison.ts; null where nothing ran, or where the person knew. */
export const rankingScoreSchema = z.object({
  brier: z.number().nullable(),
  bestPasses: z.boolean().nullable(),
  pairs: z.object({ right: z.number().int(), of: z.number().int() }),
  outputs: z.array(z.object({ letter: letterSchema, probability: z.number().int(), passes: z.boolean().nullable(), brier: z.number().nullable() })),
});
export type RankingScore = z.infer<typeof rankingScoreSchema>;
