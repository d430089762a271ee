import { z } from 'zod';

/** `toolUseResult` of NotebookEdit. The whole notebook before and after is in some versions. */
export const notebookResultSchema = z.object({
  notebook_path: z.string().nullish(),
  new_source: z.string().nullish(),
  cell_id: z.string().nullish(),
  edit_mode: z.string().nullish(),
  error: z.string().nullish(),
  original_file: z.string().nullish(),
  updated_file: z.string().nullish(),
});
