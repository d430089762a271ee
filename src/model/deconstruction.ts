import { z } from 'zod';
import { hunkSchema } from './hunk.ts';

/** What a person expects to happen when a hunk is taken out. */
export const hunkPredictionSchema = z.discriminatedUnion('expects', [
  z.object({ expects: z.literal('nothing') }),
  z.object({ expects: z.literal('failure'), /** A part of the failing test's name; '' for any. */ test: z.string() }),
]);
export type HunkPrediction = z.infer<typeof hunkPredictionSchema>;

/** What happened. `unexplained`: the tests passed without it, so it is untested, unneeded, or not understood. */
export const hunkFindingSchema = z.enum(['needed', 'unexplained', 'could-not-run']);
export type HunkFinding = z.infer<typeof hunkFindingSchema>;

export const deconstructedHunkSchema = z.object({
  /** Of the path and the lines, so that the same change has it again in a later range. */
  id: z.string(),
  /** The repository's folder. */
  repository: z.string(),
  path: z.string(),
  hunk: hunkSchema,
  /** 0..1, and what makes it. */
  risk: z.number(),
  reasons: z.array(z.string()),
  finding: hunkFindingSchema,
  failingTests: z.array(z.string()),
  prediction: hunkPredictionSchema.nullable(),
  /** Null without a prediction, or where nothing was shown. */
  predictedRight: z.boolean().nullable(),
  /** What somebody found out about it since. */
  explanation: z.string().nullable(),
  at: z.string(),
});
export type DeconstructedHunk = z.infer<typeof deconstructedHunkSchema>;
