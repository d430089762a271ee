import { z } from 'zod';

/** An answer while it is written. */
export const drillDraftSchema = z.object({
  marks: z.array(z.object({ path: z.string(), line: z.number().int() })),
  claim: z.string(),
  test: z.object({ name: z.string(), code: z.string() }).nullable(),
  /** In percent, 1 to 99. */
  sure: z.number().nullable(),
});
export type DrillDraft = z.infer<typeof drillDraftSchema>;

export const EMPTY_DRILL_DRAFT: DrillDraft = { marks: [], claim: '', test: null, sure: null };
