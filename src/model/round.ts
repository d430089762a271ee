import { z } from 'zod';
import type { Branded } from './brand.ts';
import { debriefDraftSchema, debriefSchema } from './debrief.ts';
import { judgementDraftSchema, judgementSchema } from './judgement.ts';
import { momentIdSchema } from './moment.ts';

export type RoundId = Branded<'round'>;
export const roundIdSchema = z.string().regex(/^r_[0-9a-f]{16}$/) as unknown as z.ZodType<RoundId>;

export const ROUND_STATES = ['framed', 'sealing', 'revealed', 'proving', 'debrief', 'closed', 'withdrawn'] as const;
export const roundStateSchema = z.enum(ROUND_STATES);
export type RoundState = z.infer<typeof roundStateSchema>;

export const participantSchema = z.object({
  person: z.string(),
  /** Sealed, or irrevocably passed, or neither yet. */
  sealed: z.object({ at: z.string(), judgement: judgementSchema }).optional(),
  passedAt: z.string().optional(),
  /** Answered, in a round whose store keeps how and when from everyone until the reveal. */
  answered: z.literal(true).optional(),
  draft: judgementDraftSchema.optional(),
});
export type Participant = z.infer<typeof participantSchema>;

/** What moves a round, whoever keeps it: the journal for one alone, the store for two. */
export const roundCoreSchema = z.object({
  id: roundIdSchema,
  state: roundStateSchema,
  participants: z.array(participantSchema).min(1),
  createdAt: z.string(),
  revealedAt: z.string().optional(),
  closedAt: z.string().optional(),
  debriefDraft: debriefDraftSchema.optional(),
  debrief: debriefSchema.optional(),
  /** What it was closed with before it was opened again, oldest first. */
  earlierDebriefs: z.array(debriefSchema).optional(),
  /** Every transition, in order: who, when, from where to where. */
  log: z.array(z.object({ at: z.string(), person: z.string(), action: z.string(), from: roundStateSchema, to: roundStateSchema })),
});
export type RoundCore = z.infer<typeof roundCoreSchema>;

/** Two (or one, or more) people working a case. */
export const roundSchema = roundCoreSchema.extend({ moment: momentIdSchema });
export type Round = z.infer<typeof roundSchema>;
