import { z } from 'zod';

const changeSchema = z.object({
  type: z.string().nullish(),
  unified_diff: z.string().nullish(),
  move_path: z.string().nullish(),
  content: z.string().nullish(),
});

export const patchApplyEndSchema = z.object({ call_id: z.string(), success: z.boolean(), changes: z.record(z.string(), changeSchema).nullish() });
export type PatchChange = z.infer<typeof changeSchema>;
