import { z } from 'zod';
import { caseSchema, outcomeSchema } from '../case.ts';
import { debriefDraftSchema, debriefSchema } from '../debrief.ts';
import { judgementDraftSchema, judgementSchema } from '../judgement.ts';
import { momentIdSchema } from '../moment.ts';
import { roundIdSchema, roundStateSchema } from '../round.ts';
import { roundCardSchema } from './today.ts';

export const startRoundSchema = z.object({ moment: momentIdSchema });

/** How one sealed judgement did against what happened. Brier is (p - truth)^2 with p in 0..1; null while unresolved, and where the person knew how it ended. */
export const resolutionSchema = z.object({
  proposition: z.string(),
  probability: z.number(),
  truth: z.boolean().nullable(),
  brier: z.number().nullable(),
  /** Accepting an unsound or rejecting a sound decision; null for `unsure`. */
  verdictFits: z.boolean().nullable(),
});
export type Resolution = z.infer<typeof resolutionSchema>;

/** A round as its one participant may see it. `judgement` and `outcome` are absent before the reveal, on every path. */
export const roundViewSchema = z.object({
  id: roundIdSchema,
  state: roundStateSchema,
  case: caseSchema,
  draft: judgementDraftSchema,
  judgement: judgementSchema.nullable(),
  sealedAt: z.string().nullable(),
  outcome: outcomeSchema.nullable(),
  resolution: resolutionSchema.nullable(),
  debriefDraft: debriefDraftSchema,
  debrief: debriefSchema.nullable(),
  closedAt: z.string().nullable(),
});
export type RoundView = z.infer<typeof roundViewSchema>;

export const roundListSchema = z.object({ rounds: z.array(roundCardSchema) });
export type RoundList = z.infer<typeof roundListSchema>;
