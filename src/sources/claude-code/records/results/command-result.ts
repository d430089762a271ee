import { z } from 'zod';

/** `toolUseResult` of Bash and of what goes on in the background. There is no exit code in it. */
export const commandResultSchema = z.object({
  interrupted: z.boolean().nullish(),
  backgroundTaskId: z.string().nullish(),
  /** Why a code other than 0 is no error, e.g. "No matches found". */
  returnCodeInterpretation: z.string().nullish(),
  shellId: z.string().nullish(),
  status: z.string().nullish(),
  exitCode: z.number().nullish(),
  durationMs: z.number().nullish(),
  durationSeconds: z.number().nullish(),
});
