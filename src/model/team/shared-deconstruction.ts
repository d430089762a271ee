import { z } from 'zod';
import { hunkFindingSchema, hunkPredictionSchema } from '../deconstruction.ts';
import { hunkSchema } from '../hunk.ts';
import { personIdSchema } from './ids.ts';

export const hunkIdSchema = z.string().regex(/^[0-9a-f]{12}$/);

export const sharedHunkSchema = z.strictObject({
  id: hunkIdSchema,
  path: z.string(),
  hunk: hunkSchema,
  /** 0..1, and what makes it. */
  risk: z.number(),
  reasons: z.array(z.string()),
});
export type SharedHunk = z.infer<typeof sharedHunkSchema>;

/** Hunks of a change, the riskiest first, as everyone sees them before the reveal. */
export const sharedDeconstructionSchema = z.strictObject({
  /** What the change is for, in its owner's words. */
  task: z.string().trim().min(1, 'Say what the change is for.').max(8000),
  /** What is run when one is taken out. */
  suite: z.string(),
  hunks: z.array(sharedHunkSchema).min(1).max(40),
});
export type SharedDeconstruction = z.infer<typeof sharedDeconstructionSchema>;

/** Sealed until the reveal: what happened without each hunk, on its owner's machine. */
export const deconstructionTruthSchema = z.strictObject({
  range: z.string(),
  findings: z.array(z.strictObject({ id: hunkIdSchema, finding: hunkFindingSchema, failingTests: z.array(z.string()) })),
});
export type DeconstructionTruth = z.infer<typeof deconstructionTruthSchema>;

/** What a person seals: for every hunk what happens without it. */
export const predictionsSchema = z.object({
  predictions: z.record(hunkIdSchema, hunkPredictionSchema),
  reason: z.string().trim().max(4000).default(''),
  knewOutcome: z.boolean().default(false),
});
export type Predictions = z.infer<typeof predictionsSchema>;

/** `of`: hunks whose removal showed something. */
export const predictionScoreSchema = z.object({ right: z.number().int(), of: z.number().int(), rightByHunk: z.record(hunkIdSchema, z.boolean().nullable()) });
export type PredictionScore = z.infer<typeof predictionScoreSchema>;

/** How a hunk that no test minded stopped being a riddle: somebody said what it is for, wrote a test, or took it out. */
export const HUNK_SETTLED = ['explained', 'tested', 'deleted'] as const;
export const noteHunkSchema = z.object({
  hunk: hunkIdSchema,
  how: z.enum(HUNK_SETTLED),
  words: z.string().trim().min(3, 'Say in a sentence what it is for, or what was done.').max(2000),
});
export type NoteHunk = z.infer<typeof noteHunkSchema>;
export const hunkNoteSchema = noteHunkSchema.extend({ author: personIdSchema, name: z.string(), at: z.string() });
export type HunkNote = z.infer<typeof hunkNoteSchema>;
