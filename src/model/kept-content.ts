/** The content of the cohort of my running year, as this machine keeps it: what the team said last, also while it is away. */
import { z } from 'zod';
import { cohortIdSchema } from './team/ids.ts';
import { contentOverridesSchema } from './team/programme-content.ts';

export const keptContentSchema = z.object({
  /** Of which team; it goes for nobody who is signed in to another, or to none. */
  host: z.string(),
  cohort: z.object({ id: cohortIdSchema, name: z.string() }),
  version: z.number().int().min(0),
  takenAt: z.iso.datetime(),
  overrides: contentOverridesSchema,
});
export type KeptContent = z.infer<typeof keptContentSchema>;
