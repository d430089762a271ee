/** Contract of the local server for taking a change apart alone. */
import { z } from 'zod';
import { deconstructedHunkSchema, hunkPredictionSchema } from '../deconstruction.ts';
import { hunkIdSchema, sharedHunkSchema } from '../team/shared-deconstruction.ts';

const folderSchema = z.string().trim().min(1, 'Name a folder in the repository.').max(4096);
export const listHunksSchema = z.strictObject({
  folder: folderSchema,
  range: z.string().trim().min(3, 'Name a range: BASE..HEAD.').max(300),
  top: z.number().int().min(1).max(40).default(10),
});
export const hunkListSchema = z.object({ repository: z.string(), hunks: z.array(sharedHunkSchema), of: z.number().int() });
export type HunkList = z.infer<typeof hunkListSchema>;

export const takeApartSchema = listHunksSchema.extend({ predictions: z.record(hunkIdSchema, hunkPredictionSchema) });
export type TakeApart = z.infer<typeof takeApartSchema>;

/** The one that runs, or ran last, since this Rounds was started. */
export const takingApartSchema = z.object({
  taking: z
    .object({
      range: z.string(),
      repository: z.string(),
      isRunning: z.boolean(),
      /** What is being done. */
      progress: z.string(),
      suite: z.string(),
      of: z.number().int(),
      hunks: z.array(deconstructedHunkSchema),
      problem: z.string().nullable(),
    })
    .nullable(),
});
export type TakingApart = z.infer<typeof takingApartSchema>;

export const folderQuerySchema = z.object({ folder: folderSchema });
export const unexplainedSchema = z.object({ hunks: z.array(deconstructedHunkSchema) });
export type Unexplained = z.infer<typeof unexplainedSchema>;
export const explainHunkSchema = z.strictObject({ folder: folderSchema, hunk: hunkIdSchema, words: z.string().trim().min(3, 'Say what it is for.').max(2000) });
