import { z } from 'zod';

/** One contiguous change of a file, as in a unified diff: each line begins with ' ', '+' or '-'. Starts are 1-based; 0 when the position is unknown. */
export const hunkSchema = z.object({
  oldStart: z.number().int(),
  oldLines: z.number().int(),
  newStart: z.number().int(),
  newLines: z.number().int(),
  lines: z.array(z.string()),
});
export type Hunk = z.infer<typeof hunkSchema>;
