import { z } from 'zod';
import { roundIdSchema } from './round.ts';

/** How the world spoke later: a commit was taken back, its lines were mended, a check ran in a later session, a probe ended. */
export const SETTLED_BY = ['revert', 'fix', 'run', 'probe'] as const;

/** Something that happened after a round's case, and what it settles of it. */
export const settlementSchema = z.object({
  round: roundIdSchema,
  how: z.enum(SETTLED_BY),
  /** Where to look: a commit, an event of a session, the instant of a probe. */
  ref: z.string(),
  at: z.iso.datetime(),
  /** What a person is shown of it: a commit's subject, a command, a probe's claim. */
  words: z.string().max(300),
  /** The statement that came true, where the session had left it open. */
  came: z.string().nullable(),
  /** The decision did not hold, whatever it looked like. */
  unsound: z.boolean(),
});
export type Settlement = z.infer<typeof settlementSchema>;
