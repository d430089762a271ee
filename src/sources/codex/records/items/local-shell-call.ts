import { z } from 'zod';

export const localShellCallItemSchema = z.object({
  call_id: z.string().nullish(),
  id: z.string().nullish(),
  action: z.object({ command: z.array(z.string()).nullish(), working_directory: z.string().nullish() }),
});
