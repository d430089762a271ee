import { z } from 'zod';

/** One of the outputs for a task, under the letter it was drawn. Whose it is stays closed until the reveal. */
export const comparedOutputSchema = z.object({
  letter: z.string(),
  /** As it was given: a branch, a tag, a commit. */
  ref: z.string(),
  commit: z.string(),
});
export type ComparedOutput = z.infer<typeof comparedOutputSchema>;

export const comparisonJudgementSchema = z.object({
  /** Letters, the best first. */
  ranking: z.array(z.string()).min(2),
  /** For each letter, in percent from 1 to 99: that all checks pass on it. */
  passes: z.record(z.string(), z.number().int().min(1).max(99)),
  reason: z.string().trim().min(1, 'Say in a sentence why the best is the best.').max(4000),
  sealedAt: z.string(),
});
export type ComparisonJudgement = z.infer<typeof comparisonJudgementSchema>;

export const checkResultSchema = z.object({
  letter: z.string(),
  /** Null where the checks could not be run on it. */
  passed: z.boolean().nullable(),
  failingTests: z.array(z.string()),
  /** Of the hidden tests; absent where there were none. */
  hidden: z.object({ passed: z.boolean().nullable(), failingTests: z.array(z.string()) }).optional(),
  command: z.string(),
  durationMs: z.number(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export const comparisonSchema = z.object({
  id: z.string(),
  repository: z.string(),
  /** The commit all outputs are changes of. */
  base: z.string(),
  /** From which the letters were drawn, so that anyone can draw them again. */
  seed: z.string(),
  drawnAt: z.string(),
  outputs: z.array(comparedOutputSchema).min(2),
  state: z.enum(['drawn', 'sealed', 'revealed']),
  judgement: comparisonJudgementSchema.nullable(),
  results: z.array(checkResultSchema),
});
export type Comparison = z.infer<typeof comparisonSchema>;
